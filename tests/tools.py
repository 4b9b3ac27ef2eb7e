"""Tools of the source tree as modules."""

import importlib.util
import sys
from types import ModuleType

from tests.conftest import ROOT


def tool_module(name: str) -> ModuleType:
    """``tools/NAME.py``; its own directory is on the path, as when it is run."""
    if str(ROOT / "tools") not in sys.path:
        sys.path.append(str(ROOT / "tools"))
    spec = importlib.util.spec_from_file_location(name, ROOT / f"tools/{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
