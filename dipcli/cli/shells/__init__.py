"""Completion scripts, one module a shell, each made from the tree of commands.

What a script offers stands in it, but for names of people and ids of rules: for those it runs ``dip completion names``.
"""
