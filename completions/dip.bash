# Completion of dip for bash, made by "dip completion bash".
_dip_offer() {  # the words given, one a line in $1, that begin with $cur; blanks escaped where no quote is open
    local IFS=$'\n' word
    COMPREPLY=()
    for word in $1; do
        [[ $word == "$cur"* ]] || continue
        [[ $quote ]] || word=${word// /\\ }
        COMPREPLY+=("$word")
    done
}
_dip_ask() {  # the program is asked, about the archive that the line names
    local i db=
    for (( i = 2; i < COMP_CWORD; i++ )); do
        [[ ${COMP_WORDS[i]} == --db ]] || continue
        db=${COMP_WORDS[i+1]}
        [[ $db == = ]] && db=${COMP_WORDS[i+2]}
        db=${db//[\\\"\']}
    done
    _dip_offer "$(env ${db:+"DIP_DB=${db/#\~/$HOME}"} "${COMP_WORDS[0]/#\~/$HOME}" completion "$1" -- "$cur" 2>/dev/null)"
}
_dip_files() {
    local IFS=$'\n'
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen "$1" -- "$cur"))
}
_dip() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]} quote= given=0 i
    COMPREPLY=()
    # --by=NAME comes as three words.
    if [[ $cur == = ]]; then cur=; elif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi
    case $cur in
        [\"\']*) quote=${cur:0:1}; cur=${cur:1} ;;
        *) cur=${cur//\\/} ;;
    esac
    if (( COMP_CWORD == 1 )); then _dip_offer $'summarise\nread\npage\nleaders\nmessages\nthemes\nwho-said\nstatements\nnetwork\ntimeline\ntrends\nreport\nbatch\nschema\nindex\nsearch\nshow\ndigest\nexport\narchive\nexplain\nentities\nrules\nscore\nformats\nconfig\ndoctor\ncompletion\nhelp\n--help\n--version'; return; fi
    case $command in
        help) _dip_offer $'summarise\nread\npage\nleaders\nmessages\nthemes\nwho-said\nstatements\nnetwork\ntimeline\ntrends\nreport\nbatch\nschema\nindex\nsearch\nshow\ndigest\nexport\narchive\nexplain\nentities\nrules\nscore\nformats\nconfig\ndoctor\ncompletion'; return ;;
        summarize) command=summarise ;;
    esac
    case $command:$prev in
        *:--glob) :; return ;;
        *:--files-from) _dip_files -f; return ;;
        *:--encoding) _dip_offer $'utf-8\nwindows-1256\nutf-16\niso-8859-6'; return ;;
        *:--text-field) :; return ;;
        *:--title-field) :; return ;;
        *:--date-field) :; return ;;
        *:--split) :; return ;;
        *:--rules) _dip_files -d; return ;;
        *:--without) _dip_offer $'people'; return ;;
        *:-f) _dip_offer $'table\nndjson\njson\ncsv\ntsv\nxlsx\nmarkdown'; return ;;
        *:--format) _dip_offer $'table\nndjson\njson\ncsv\ntsv\nxlsx\nmarkdown'; return ;;
        *:-o) _dip_files -f; return ;;
        *:--output) _dip_files -f; return ;;
        *:--fields) :; return ;;
        *:--lang) _dip_offer $'ar\nen'; return ;;
        *:--color) _dip_offer $'auto\nalways\nnever'; return ;;
        *:--bidi) _dip_offer $'auto\nvisual\nbdsm\nlro\nkonsole\nwords\nrecords\nlogical'; return ;;
        *:-j) _dip_offer $'auto'; return ;;
        *:--jobs) _dip_offer $'auto'; return ;;
        *:--max-time) :; return ;;
        *:--start-after) :; return ;;
        *:--lock) _dip_files -f; return ;;
        *:--by) _dip_ask names; return ;;
        *:--to) _dip_ask names; return ;;
        *:--about) _dip_offer $'bilateral_relations\nborders_sovereignty\nconflict\nconnectivity\nculture_religion_education\ndomestic_politics\neconomy_trade\nenergy\nenvironment_climate\nhealth\nhuman_rights\nhumanitarian_aid\njustice\nmedia\nmediation_peace\nmigration_refugees\nmultilateral\nnuclear\nprotocol\nsanctions\nsecurity_defence\ntechnology\nterrorism'; return ;;
        *:--form) _dip_offer $'direct\nmixed\nindirect'; return ;;
        *:--status) _dip_offer $'said\nnot_said\nexpected\ndeclined'; return ;;
        *:--medium) _dip_offer $'letter\ncable\ncall\nmeeting\nspeech\npress_conference\ninterview\nwritten_statement\nsocial_media\nsession\nvisit'; return ;;
        *:--since) :; return ;;
        *:--until) :; return ;;
        *:--min-confidence) :; return ;;
        *:--db) _dip_files -f; return ;;
        *:--merge) :; return ;;
        *:--undo) :; return ;;
        *:--sort) _dip_offer $'date\nnewest\nplace\nconfidence\nrank'; return ;;
        *:--limit) :; return ;;
        *:--out) _dip_files -d; return ;;
        *:--compress) _dip_offer $'gzip\nzstd\nnone'; return ;;
        *:--part-size) :; return ;;
        *:--verify) _dip_files -d; return ;;
        *:--engine) _dip_offer $'local\nspark'; return ;;
        *:--master) :; return ;;
        *:--conf) :; return ;;
        *:--from) _dip_files -d; return ;;
        *:--name) :; return ;;
    esac
    if [[ $cur == -* ]]; then
        case $command in
            summarise) _dip_offer $'--glob\n--files-from\n-0\n--encoding\n--text-field\n--title-field\n--date-field\n--split\n--rules\n--without\n-f\n--format\n--json\n-o\n--output\n--fields\n--bom\n--ascii\n--lang\n--color\n--bidi\n--boxes\n--no-pager\n-j\n--jobs\n--max-time\n--start-after\n--lock\n--stats\n-q\n-v\n--strict\n--exit-zero\n--errors-as-records\n--debug\n-h\n--help' ;;
            read) _dip_offer $'--glob\n--files-from\n-0\n--encoding\n--text-field\n--title-field\n--date-field\n--split\n--rules\n--without\n-f\n--format\n--json\n-o\n--output\n--fields\n--bom\n--ascii\n--lang\n--color\n--bidi\n--boxes\n--no-pager\n-j\n--jobs\n--max-time\n--start-after\n--lock\n--stats\n-q\n-v\n--strict\n--exit-zero\n--errors-as-records\n--debug\n-h\n--help' ;;
            page) _dip_offer $'--by\n--to\n--about\n--form\n--status\n--medium\n--since\n--until\n--undated\n--min-confidence\n--glob\n--files-from\n-0\n--encoding\n--text-field\n--title-field\n--date-field\n--split\n--rules\n--without\n-o\n--output\n--lang\n--db\n--reprints\n-j\n--jobs\n--max-time\n--start-after\n--lock\n--stats\n-q\n-v\n--strict\n--exit-zero\n--errors-as-records\n--debug\n-h\n--help' ;;
            leaders) _dip_offer $'--merge\n--corrections\n--undo\n--by\n--to\n--about\n--form\n--status\n--medium\n--since\n--until\n--undated\n--min-confidence\n--per-article\n--glob\n--files-from\n-0\n--encoding\n--text-field\n--title-field\n--date-field\n--split\n--rules\n--without\n-f\n--format\n--json\n-o\n--output\n--fields\n--bom\n--ascii\n--lang\n--color\n--bidi\n--boxes\n--no-pager\n--db\n--reprints\n-j\n--jobs\n--max-time\n--start-after\n--lock\n--stats\n-q\n-v\n--strict\n--exit-zero\n--errors-as-records\n--debug\n-h\n--help' ;;
            messages) _dip_offer $'--by\n--to\n--about\n--form\n--status\n--medium\n--since\n--until\n--undated\n--min-confidence\n--sort\n--limit\n--count\n--files-with-matches\n--glob\n--files-from\n-0\n--encoding\n--text-field\n--title-field\n--date-field\n--split\n--rules\n--without\n-f\n--format\n--json\n-o\n--output\n--fields\n--bom\n--ascii\n--lang\n--color\n--bidi\n--boxes\n--no-pager\n--db\n--reprints\n-j\n--jobs\n--max-time\n--start-after\n--lock\n--stats\n-q\n-v\n--strict\n--exit-zero\n--errors-as-records\n--debug\n-h\n--help' ;;
            themes) _dip_offer $'--by\n--to\n--about\n--form\n--status\n--medium\n--since\n--until\n--undated\n--min-confidence\n--per-article\n--glob\n--files-from\n-0\n--encoding\n--text-field\n--title-field\n--date-field\n--split\n--rules\n--without\n-f\n--format\n--json\n-o\n--output\n--fields\n--bom\n--ascii\n--lang\n--color\n--bidi\n--boxes\n--no-pager\n--db\n--reprints\n-j\n--jobs\n--max-time\n--start-after\n--lock\n--stats\n-q\n-v\n--strict\n--exit-zero\n--errors-as-records\n--debug\n-h\n--help' ;;
            who-said) _dip_offer $'--by\n--to\n--about\n--form\n--status\n--medium\n--since\n--until\n--undated\n--min-confidence\n--sort\n--limit\n--count\n--files-with-matches\n--glob\n--files-from\n-0\n--encoding\n--text-field\n--title-field\n--date-field\n--split\n--rules\n--without\n-f\n--format\n--json\n-o\n--output\n--fields\n--bom\n--ascii\n--lang\n--color\n--bidi\n--boxes\n--no-pager\n--db\n--reprints\n-j\n--jobs\n--max-time\n--start-after\n--lock\n--stats\n-q\n-v\n--strict\n--exit-zero\n--errors-as-records\n--debug\n-h\n--help' ;;
            statements) _dip_offer $'--by\n--to\n--about\n--form\n--status\n--medium\n--since\n--until\n--undated\n--min-confidence\n--sort\n--limit\n--count\n--files-with-matches\n--glob\n--files-from\n-0\n--encoding\n--text-field\n--title-field\n--date-field\n--split\n--rules\n--without\n-f\n--format\n--json\n-o\n--output\n--fields\n--bom\n--ascii\n--lang\n--color\n--bidi\n--boxes\n--no-pager\n--db\n--reprints\n-j\n--jobs\n--max-time\n--start-after\n--lock\n--stats\n-q\n-v\n--strict\n--exit-zero\n--errors-as-records\n--debug\n-h\n--help' ;;
            network) _dip_offer $'--by\n--to\n--about\n--form\n--status\n--medium\n--since\n--until\n--undated\n--min-confidence\n--glob\n--files-from\n-0\n--encoding\n--text-field\n--title-field\n--date-field\n--split\n--rules\n--without\n-f\n--format\n--json\n-o\n--output\n--fields\n--bom\n--ascii\n--lang\n--color\n--bidi\n--boxes\n--no-pager\n--db\n--reprints\n-q\n-v\n--strict\n--exit-zero\n--errors-as-records\n--debug\n-h\n--help' ;;
            timeline) _dip_offer $'--by\n--to\n--about\n--form\n--status\n--medium\n--since\n--until\n--undated\n--min-confidence\n--glob\n--files-from\n-0\n--encoding\n--text-field\n--title-field\n--date-field\n--split\n--rules\n--without\n-f\n--format\n--json\n-o\n--output\n--fields\n--bom\n--ascii\n--lang\n--color\n--bidi\n--boxes\n--no-pager\n--db\n--reprints\n-q\n-v\n--strict\n--exit-zero\n--errors-as-records\n--debug\n-h\n--help' ;;
            trends) _dip_offer $'--by\n--to\n--about\n--form\n--status\n--medium\n--since\n--until\n--undated\n--min-confidence\n--glob\n--files-from\n-0\n--encoding\n--text-field\n--title-field\n--date-field\n--split\n--rules\n--without\n-f\n--format\n--json\n-o\n--output\n--fields\n--bom\n--ascii\n--lang\n--color\n--bidi\n--boxes\n--no-pager\n--db\n--reprints\n-q\n-v\n--strict\n--exit-zero\n--errors-as-records\n--debug\n-h\n--help' ;;
            report) _dip_offer $'--no-text\n--glob\n--files-from\n-0\n--encoding\n--text-field\n--title-field\n--date-field\n--split\n--rules\n--without\n-f\n--format\n--json\n-o\n--output\n--fields\n--bom\n--ascii\n--lang\n--color\n--bidi\n--boxes\n--no-pager\n-j\n--jobs\n--max-time\n--start-after\n--lock\n--stats\n-q\n-v\n--strict\n--exit-zero\n--errors-as-records\n--debug\n-h\n--help' ;;
            batch) _dip_offer $'--out\n-f\n--format\n--compress\n--part-size\n--resume\n--verify\n--json\n--engine\n--master\n--conf\n--no-text\n--glob\n--files-from\n-0\n--encoding\n--text-field\n--title-field\n--date-field\n--split\n--rules\n--without\n-j\n--jobs\n--max-time\n--start-after\n--lock\n--stats\n-q\n-v\n--strict\n--exit-zero\n--errors-as-records\n--debug\n-h\n--help' ;;
            schema) _dip_offer $'-f\n--format\n--json\n-o\n--output\n--fields\n--bom\n--ascii\n--lang\n--color\n--bidi\n--boxes\n--no-pager\n-q\n-v\n--strict\n--exit-zero\n--errors-as-records\n--debug\n-h\n--help' ;;
            index) _dip_offer $'--db\n--refresh\n--prune\n--from\n--json\n--glob\n--files-from\n-0\n--encoding\n--text-field\n--title-field\n--date-field\n--split\n--rules\n--without\n-j\n--jobs\n--max-time\n--start-after\n--lock\n--stats\n-q\n-v\n--strict\n--exit-zero\n--errors-as-records\n--debug\n-h\n--help' ;;
            search) _dip_offer $'--since\n--until\n--undated\n--sort\n--limit\n--count\n--files-with-matches\n-f\n--format\n--json\n-o\n--output\n--fields\n--bom\n--ascii\n--lang\n--color\n--bidi\n--boxes\n--no-pager\n--db\n--reprints\n-q\n-v\n--strict\n--exit-zero\n--errors-as-records\n--debug\n-h\n--help' ;;
            show) _dip_offer $'--db\n--summary\n-f\n--format\n--json\n-o\n--output\n--fields\n--bom\n--ascii\n--lang\n--color\n--bidi\n--boxes\n--no-pager\n--rules\n--without\n-q\n-v\n--strict\n--exit-zero\n--errors-as-records\n--debug\n-h\n--help' ;;
            digest) _dip_offer $'--since\n--until\n--name\n--limit\n--by\n--to\n--about\n--form\n--status\n--medium\n--min-confidence\n-f\n--format\n--json\n-o\n--output\n--fields\n--bom\n--ascii\n--lang\n--color\n--bidi\n--boxes\n--no-pager\n--db\n--reprints\n--lock\n--stats\n-q\n-v\n--strict\n--exit-zero\n--errors-as-records\n--debug\n-h\n--help' ;;
            export) _dip_offer $'--by\n--to\n--about\n--form\n--status\n--medium\n--since\n--until\n--undated\n--min-confidence\n-f\n--format\n-o\n--output\n--bom\n--no-text\n--db\n--reprints\n--lock\n--stats\n-q\n-v\n--strict\n--exit-zero\n--errors-as-records\n--debug\n-h\n--help' ;;
            archive) _dip_offer $'--db\n-f\n--format\n--json\n-o\n--output\n--fields\n--bom\n--ascii\n--lang\n--color\n--bidi\n--boxes\n--no-pager\n-q\n-v\n--strict\n--exit-zero\n--errors-as-records\n--debug\n-h\n--help' ;;
            explain) _dip_offer $'--glob\n--files-from\n-0\n--encoding\n--text-field\n--title-field\n--date-field\n--split\n--rules\n--without\n-f\n--format\n--json\n-o\n--output\n--fields\n--bom\n--ascii\n--lang\n--color\n--bidi\n--boxes\n--no-pager\n-q\n-v\n--strict\n--exit-zero\n--errors-as-records\n--debug\n-h\n--help' ;;
            entities) _dip_offer $'--glob\n--files-from\n-0\n--encoding\n--text-field\n--title-field\n--date-field\n--split\n--rules\n--without\n-f\n--format\n--json\n-o\n--output\n--fields\n--bom\n--ascii\n--lang\n--color\n--bidi\n--boxes\n--no-pager\n-j\n--jobs\n--max-time\n--start-after\n--lock\n--stats\n-q\n-v\n--strict\n--exit-zero\n--errors-as-records\n--debug\n-h\n--help' ;;
            rules) _dip_offer $'--rules\n--without\n-f\n--format\n--json\n-o\n--output\n--fields\n--bom\n--ascii\n--lang\n--color\n--bidi\n--boxes\n--no-pager\n-q\n-v\n--strict\n--exit-zero\n--errors-as-records\n--debug\n-h\n--help' ;;
            score) _dip_offer $'--rules\n--without\n--mistakes\n-f\n--format\n--json\n-o\n--output\n--fields\n--bom\n--ascii\n--lang\n--color\n--bidi\n--boxes\n--no-pager\n-q\n-v\n--strict\n--exit-zero\n--errors-as-records\n--debug\n-h\n--help' ;;
            formats) _dip_offer $'-f\n--format\n--json\n-o\n--output\n--fields\n--bom\n--ascii\n--lang\n--color\n--bidi\n--boxes\n--no-pager\n-q\n-v\n--strict\n--exit-zero\n--errors-as-records\n--debug\n-h\n--help' ;;
            config) _dip_offer $'--show-origin\n-f\n--format\n--json\n-o\n--output\n--fields\n--bom\n--ascii\n--lang\n--color\n--bidi\n--boxes\n--no-pager\n-q\n-v\n--strict\n--exit-zero\n--errors-as-records\n--debug\n-h\n--help' ;;
            doctor) _dip_offer $'-f\n--format\n--json\n-o\n--output\n--fields\n--bom\n--ascii\n--lang\n--color\n--bidi\n--boxes\n--no-pager\n-q\n-v\n--strict\n--exit-zero\n--errors-as-records\n--debug\n-h\n--help' ;;
            completion) _dip_offer $'-q\n-v\n--strict\n--exit-zero\n--errors-as-records\n--debug\n-h\n--help' ;;
        esac
        return
    fi
    for (( i = 2; i < COMP_CWORD; i++ )); do [[ ${COMP_WORDS[i]} == -* ]] || given=$((given + 1)); done
    case $command:$given in
        summarise:*) _dip_files -f ;;
        read:*) _dip_files -f ;;
        page:*) _dip_files -f ;;
        leaders:*) _dip_files -f ;;
        messages:*) _dip_files -f ;;
        themes:*) _dip_files -f ;;
        who-said:*) _dip_files -f ;;
        statements:*) _dip_files -f ;;
        network:*) _dip_files -f ;;
        timeline:*) _dip_files -f ;;
        trends:*) _dip_files -f ;;
        report:*) _dip_files -f ;;
        batch:*) _dip_files -f ;;
        schema:0) _dip_offer $'statement\nmessage\nleader\ntheme\nsummary\nentity\nrule\nscore\nmistake\nproblem\npassed\nnetwork\ntimeline\ntrend\narticle\nperson\nhit\ncorrection\nreport\nexplanation\nerror\nformat\nsetting\nrun\nfinding\nfigure\nbatch\npart\ntotal' ;;
        index:*) _dip_files -f ;;
        export:*) _dip_offer $'articles\nstatements\nmessages\npersons\nthemes' ;;
        archive:0) _dip_offer $'check\nstats\nbackup\nmigrate\nsalvage' ;;
        explain:0) _dip_files -f ;;
        entities:*) _dip_files -f ;;
        rules:0) _dip_offer $'list\nshow\ncheck\ntry' ;;
        rules:1) _dip_ask rules ;;
        score:0) _dip_files -d ;;
        score:1) _dip_files -f ;;
        completion:0) _dip_offer $'bash\nzsh\nfish' ;;
    esac
}
complete -F _dip dip
