# Completion of dip for fish, made by "dip completion fish".
function __dip_command
    set -l words (commandline -opc)
    test (count $words) -gt 1; and string replace summarize summarise -- $words[2]
end
function __dip_is
    contains -- (__dip_command) $argv
end
function __dip_none
    test (count (commandline -opc)) -eq 1
end
function __dip_nth
    # How many arguments stand behind the command.
    set -l words (commandline -opc)
    set -l given 0
    for word in $words[3..-1]
        string match -q -- '-*' $word; or set given (math $given + 1)
    end
    test $given -eq $argv[1]
end
function __dip_ask
    set -l typed (commandline -ct | string replace -ra '\\\\(.)' '$1' | string trim -l -c '"\'')
    # The archive that the line names.
    set -l archive
    set -l before
    for word in (commandline -opc)
        test "$before" = --db; and set archive DIP_DB=(string replace -r '^~' $HOME -- (string unescape -- $word))
        string match -q -- '--db=*' $word; and set archive DIP_DB=(string replace -r '^~' $HOME -- (string unescape -- (string sub -s 6 -- $word)))
        set before $word
    end
    env $archive dip completion $argv -- "$typed" 2>/dev/null
end
complete -c dip -f
complete -c dip -n __dip_none -l version -d 'The version in one line'
complete -c dip -n __dip_none -s h -l help -d 'All commands'
complete -c dip -n __dip_none -a summarise -d 'the article on one screen: summary, leaders, messages, themes'
complete -c dip -n __dip_none -a read -d 'the article, its statements marked, their speakers in the margin'
complete -c dip -n __dip_none -a page -d 'one HTML file to send on: summary, leaders, pictures, statements'
complete -c dip -n __dip_none -a leaders -d 'each leader: office, country, statements, themes, to whom'
complete -c dip -n __dip_none -a messages -d 'letters, cables, calls, meetings: from, to, occasion, points'
complete -c dip -n __dip_none -a themes -d 'each theme: who spoke about it, and how often'
complete -c dip -n __dip_none -a who-said -d 'statements that speak of a text, in any spelling'
complete -c dip -n __dip_none -a statements -d 'all statements, one flat row each'
complete -c dip -n __dip_none -a network -d 'who addressed whom, how often; as a picture with --format svg'
complete -c dip -n __dip_none -a timeline -d 'letters, calls, meetings by date; as a picture'
complete -c dip -n __dip_none -a trends -d 'themes and speakers by month; as a picture'
complete -c dip -n __dip_none -a report -d 'everything that is known about each article, as JSON'
complete -c dip -n __dip_none -a batch -d 'millions of articles to numbered parts, on one machine or Spark'
complete -c dip -n __dip_none -a schema -d 'the JSON Schema of the report and of every row'
complete -c dip -n __dip_none -a index -d 'bring files into an archive, to ask the same over years'
complete -c dip -n __dip_none -a search -d 'sentences with words in any form, phrases, names'
complete -c dip -n __dip_none -a show -d 'an article by its id, and where it came from'
complete -c dip -n __dip_none -a digest -d 'what is new, by theme and leader: a morning\'s mail'
complete -c dip -n __dip_none -a export -d 'its tables as Parquet, CSV or NDJSON, for other tools'
complete -c dip -n __dip_none -a archive -d 'check it, count it, copy it, save what can be read'
complete -c dip -n __dip_none -a explain -d 'why this source, this addressee, this extent, this one person'
complete -c dip -n __dip_none -a entities -d 'each entity with all its forms'
complete -c dip -n __dip_none -a rules -d 'the rules: list, show, try; check your own'
complete -c dip -n __dip_none -a score -d 'how right it is: reports against articles that you annotated'
complete -c dip -n __dip_none -a formats -d 'what can be read and written'
complete -c dip -n __dip_none -a config -d 'the settings in force, and where each is set'
complete -c dip -n __dip_none -a doctor -d 'what this terminal does with Arabic, and how to set it'
complete -c dip -n __dip_none -a completion -d 'completion for bash, zsh and fish'
complete -c dip -n __dip_none -a help -d 'Help of a command'
complete -c dip -n '__dip_is help; and __dip_nth 0' -a 'summarise read page leaders messages themes who-said statements network timeline trends report batch schema index search show digest export archive explain entities rules score formats config doctor completion'
complete -c dip -n '__dip_is summarise' -F
complete -c dip -n '__dip_is read' -F
complete -c dip -n '__dip_is page' -F
complete -c dip -n '__dip_is leaders' -F
complete -c dip -n '__dip_is messages' -F
complete -c dip -n '__dip_is themes' -F
complete -c dip -n '__dip_is who-said' -F
complete -c dip -n '__dip_is statements' -F
complete -c dip -n '__dip_is network' -F
complete -c dip -n '__dip_is timeline' -F
complete -c dip -n '__dip_is trends' -F
complete -c dip -n '__dip_is report' -F
complete -c dip -n '__dip_is batch' -F
complete -c dip -n '__dip_is schema; and __dip_nth 0' -f -a 'statement message leader theme summary entity rule score mistake problem passed network timeline trend article person hit correction report explanation error format setting run finding figure batch part total'
complete -c dip -n '__dip_is index' -F
complete -c dip -n '__dip_is export' -f -a 'articles statements messages persons themes'
complete -c dip -n '__dip_is archive; and __dip_nth 0' -f -a 'check stats backup migrate salvage'
complete -c dip -n '__dip_is explain; and __dip_nth 0' -F
complete -c dip -n '__dip_is entities' -F
complete -c dip -n '__dip_is rules; and __dip_nth 0' -f -a 'list show check try'
complete -c dip -n '__dip_is rules; and __dip_nth 1' -f -a '(__dip_ask rules)'
complete -c dip -n '__dip_is score; and __dip_nth 0' -f -a '(__fish_complete_directories (commandline -ct))'
complete -c dip -n '__dip_is score; and __dip_nth 1' -F
complete -c dip -n '__dip_is completion; and __dip_nth 0' -f -a 'bash zsh fish'
complete -c dip -n '__dip_is summarise read page leaders messages themes who-said statements network timeline trends report batch index explain entities' -l glob -x -d 'Which files of a folder are read (repeatable)'
complete -c dip -n '__dip_is summarise read page leaders messages themes who-said statements network timeline trends report batch index explain entities' -l files-from -r -F -d 'Take file names from LIST, one a line (- for standard input)'
complete -c dip -n '__dip_is summarise read page leaders messages themes who-said statements network timeline trends report batch index explain entities' -s 0 -d 'The names in LIST end with a NUL byte'
complete -c dip -n '__dip_is summarise read page leaders messages themes who-said statements network timeline trends report batch index explain entities' -l encoding -r -f -a 'utf-8 windows-1256 utf-16 iso-8859-6' -d 'Read the bytes as this encoding'
complete -c dip -n '__dip_is summarise read page leaders messages themes who-said statements network timeline trends report batch index explain entities' -l text-field -x -d 'Field of a record (JSON, CSV) that holds the text'
complete -c dip -n '__dip_is summarise read page leaders messages themes who-said statements network timeline trends report batch index explain entities' -l title-field -x -d 'Field that holds the title'
complete -c dip -n '__dip_is summarise read page leaders messages themes who-said statements network timeline trends report batch index explain entities' -l date-field -x -d 'Field that holds the date'
complete -c dip -n '__dip_is summarise read page leaders messages themes who-said statements network timeline trends report batch index explain entities' -l split -x -d 'A line that REGEX matches stands between two articles of a text file'
complete -c dip -n '__dip_is summarise read page leaders messages themes who-said statements network timeline trends report batch index show explain entities rules score' -l rules -r -f -a '(__fish_complete_directories (commandline -ct))' -d 'Lay your own tables over the rules (repeatable: later ones win'
complete -c dip -n '__dip_is summarise read page leaders messages themes who-said statements network timeline trends report batch index show explain entities rules score' -l without -r -f -a 'people' -d 'Load the rules without this table (people), for measuring'
complete -c dip -n '__dip_is summarise read leaders messages themes who-said statements network timeline trends report schema search show digest archive explain entities rules score formats config doctor' -s f -l format -r -f -a 'table ndjson json csv tsv xlsx markdown' -d 'table, ndjson, json, csv, tsv, xlsx, markdown'
complete -c dip -n '__dip_is summarise read leaders messages themes who-said statements network timeline trends report schema search show digest archive explain entities rules score formats config doctor' -l json -d 'Short for --format json'
complete -c dip -n '__dip_is summarise read page leaders messages themes who-said statements network timeline trends report schema search show digest archive explain entities rules score formats config doctor' -s o -l output -r -F -d 'Write to FILE, whole or not at all'
complete -c dip -n '__dip_is summarise read leaders messages themes who-said statements network timeline trends report schema search show digest archive explain entities rules score formats config doctor' -l fields -x -d 'Only these columns, in this order'
complete -c dip -n '__dip_is summarise read leaders messages themes who-said statements network timeline trends report schema search show digest export archive explain entities rules score formats config doctor' -l bom -d 'Begin CSV with a byte-order mark, for Excel'
complete -c dip -n '__dip_is summarise read leaders messages themes who-said statements network timeline trends report schema search show digest archive explain entities rules score formats config doctor' -l ascii -d 'Escape everything beyond ASCII in JSON'
complete -c dip -n '__dip_is summarise read page leaders messages themes who-said statements network timeline trends report schema search show digest archive explain entities rules score formats config doctor' -l lang -r -f -a 'ar en' -d 'Language of labels'
complete -c dip -n '__dip_is summarise read leaders messages themes who-said statements network timeline trends report schema search show digest archive explain entities rules score formats config doctor' -l color -r -f -a 'auto always never' -d 'Colours and styles'
complete -c dip -n '__dip_is summarise read leaders messages themes who-said statements network timeline trends report schema search show digest archive explain entities rules score formats config doctor' -l bidi -r -f -a 'auto visual bdsm lro konsole words records logical' -d 'How tables give Arabic to the terminal: visual, bdsm, lro, konsole, words, records, logical (dip doctor shows them)'
complete -c dip -n '__dip_is summarise read leaders messages themes who-said statements network timeline trends report schema search show digest archive explain entities rules score formats config doctor' -l boxes -d 'Borders around columns'
complete -c dip -n '__dip_is summarise read leaders messages themes who-said statements network timeline trends report schema search show digest archive explain entities rules score formats config doctor' -l no-pager -d 'Show long tables without a pager (which one: DIP_PAGER, PAGER)'
complete -c dip -n '__dip_is summarise read page leaders messages themes who-said statements report batch index entities' -s j -l jobs -r -f -a 'auto' -d 'Read with N processes'
complete -c dip -n '__dip_is summarise read page leaders messages themes who-said statements report batch index entities' -l max-time -x -d 'Stop after so long (90s, 15m, 1h30m), between two articles, and say where: status 124'
complete -c dip -n '__dip_is summarise read page leaders messages themes who-said statements report batch index entities' -l start-after -x -d 'Begin behind this input, as a run that was stopped says it'
complete -c dip -n '__dip_is summarise read page leaders messages themes who-said statements report batch index digest export entities' -l lock -r -F -d 'Do nothing where another run holds this lock: status 75'
complete -c dip -n '__dip_is summarise read page leaders messages themes who-said statements report batch index digest export entities' -l stats -d 'At the end a line of figures on standard error, as JSON'
complete -c dip -n '__dip_is summarise read page leaders messages themes who-said statements network timeline trends report batch schema index search show digest export archive explain entities rules score formats config doctor completion' -s q -d 'No progress and warnings'
complete -c dip -n '__dip_is summarise read page leaders messages themes who-said statements network timeline trends report batch schema index search show digest export archive explain entities rules score formats config doctor completion' -s v -d 'Say what is read'
complete -c dip -n '__dip_is summarise read page leaders messages themes who-said statements network timeline trends report batch schema index search show digest export archive explain entities rules score formats config doctor completion' -l strict -d 'Stop at the first input that fails'
complete -c dip -n '__dip_is summarise read page leaders messages themes who-said statements network timeline trends report batch schema index search show digest export archive explain entities rules score formats config doctor completion' -l exit-zero -d 'Status 0 also when nothing matched or some inputs failed'
complete -c dip -n '__dip_is summarise read page leaders messages themes who-said statements network timeline trends report batch schema index search show digest export archive explain entities rules score formats config doctor completion' -l errors-as-records -d 'Failed inputs as records among the others'
complete -c dip -n '__dip_is summarise read page leaders messages themes who-said statements network timeline trends report batch schema index search show digest export archive explain entities rules score formats config doctor completion' -l debug -d 'Show tracebacks'
complete -c dip -n '__dip_is summarise read page leaders messages themes who-said statements network timeline trends report batch schema index search show digest export archive explain entities rules score formats config doctor completion' -s h -l help -d 'Show this and end'
complete -c dip -n '__dip_is page leaders messages themes who-said statements network timeline trends digest export' -l by -r -f -a '(__dip_ask names)' -d 'Said by NAME, Arabic or English, any spelling (repeatable: any of them)'
complete -c dip -n '__dip_is page leaders messages themes who-said statements network timeline trends digest export' -l to -r -f -a '(__dip_ask names)' -d 'Said to NAME'
complete -c dip -n '__dip_is page leaders messages themes who-said statements network timeline trends digest export' -l about -r -f -a 'bilateral_relations borders_sovereignty conflict connectivity culture_religion_education domestic_politics economy_trade energy environment_climate health human_rights humanitarian_aid justice media mediation_peace migration_refugees multilateral nuclear protocol sanctions security_defence technology terrorism' -d 'On this theme (dip rules list themes)'
complete -c dip -n '__dip_is page leaders messages themes who-said statements network timeline trends digest export' -l form -r -f -a 'direct mixed indirect' -d 'direct, mixed, indirect'
complete -c dip -n '__dip_is page leaders messages themes who-said statements network timeline trends digest export' -l status -r -f -a 'said not_said expected declined' -d 'said, not_said, expected, declined'
complete -c dip -n '__dip_is page leaders messages themes who-said statements network timeline trends digest export' -l medium -r -f -a 'letter cable call meeting speech press_conference interview written_statement social_media session visit' -d 'letter, cable, call, meeting, visit, speech, interview '
complete -c dip -n '__dip_is page leaders messages themes who-said statements network timeline trends search export' -l since -x -d 'Articles from this date on (2022-01-03, 2022-01, 2022)'
complete -c dip -n '__dip_is page leaders messages themes who-said statements network timeline trends search export' -l until -x -d 'Articles up to this date'
complete -c dip -n '__dip_is page leaders messages themes who-said statements network timeline trends search export' -l undated -d 'Keep undated articles with --since and --until'
complete -c dip -n '__dip_is page leaders messages themes who-said statements network timeline trends digest export' -l min-confidence -x -d 'Only statements at least this sure'
complete -c dip -n '__dip_is page leaders messages themes who-said statements network timeline trends index search show digest export archive' -l db -r -F -d 'Ask this archive (dip index makes it)'
complete -c dip -n '__dip_is page leaders messages themes who-said statements network timeline trends search digest export' -l reprints -d 'Each print of a story by itself, not its first alone'
complete -c dip -n '__dip_is leaders' -l merge -x -d 'In an archive: from now on B is A'
complete -c dip -n '__dip_is leaders' -l corrections -d 'In an archive: list what was merged and split'
complete -c dip -n '__dip_is leaders' -l undo -x -d 'In an archive: take correction N back'
complete -c dip -n '__dip_is leaders themes' -l per-article -d 'Count each article by itself, as it is read'
complete -c dip -n '__dip_is messages who-said statements search' -l sort -r -f -a 'date newest place confidence rank' -d 'Sort'
complete -c dip -n '__dip_is messages who-said statements search' -l limit -x -d 'At most so many'
complete -c dip -n '__dip_is messages who-said statements search' -l count -d 'Only how many there are'
complete -c dip -n '__dip_is messages who-said statements search' -l files-with-matches -d 'Only the files that have one'
complete -c dip -n '__dip_is report batch export' -l no-text -d 'Leave the article\'s text out'
complete -c dip -n '__dip_is batch' -l out -r -f -a '(__fish_complete_directories (commandline -ct))' -d 'Write the parts and their manifest into this folder'
complete -c dip -n '__dip_is batch' -s f -l format -r -f -a 'ndjson parquet' -d 'What parts are: a report a line, or nested columns (dipcli[parquet])'
complete -c dip -n '__dip_is batch' -l compress -r -f -a 'gzip zstd none' -d 'How parts are packed'
complete -c dip -n '__dip_is batch' -l part-size -x -d 'Inputs of a part, in bytes as they are stored (500K, 8M, 1G)'
complete -c dip -n '__dip_is batch' -l resume -d 'Go on with the batch in DIR'
complete -c dip -n '__dip_is batch' -l verify -r -f -a '(__fish_complete_directories (commandline -ct))' -d 'Only check every part in DIR by its manifest'
complete -c dip -n '__dip_is batch index' -l json -d 'What was done as JSON'
complete -c dip -n '__dip_is batch' -l engine -r -f -a 'local spark' -d 'Who works: processes of this machine (--jobs), or Apache Spark (dipcli[spark], Java 17)'
complete -c dip -n '__dip_is batch' -l master -x -d 'Spark\'s master: local[N] (usual: N of --jobs), spark://HOST:PORT, yarn, k8s://HOST:PORT'
complete -c dip -n '__dip_is batch' -l conf -x -d 'A setting of Spark (repeatable)'
complete -c dip -n '__dip_is index' -l refresh -d 'Read again what older rules have read'
complete -c dip -n '__dip_is index' -l prune -d 'Take out what came from files that are gone'
complete -c dip -n '__dip_is index' -l from -r -f -a '(__fish_complete_directories (commandline -ct))' -d 'Take in what dip batch wrote into DIR, without reading the articles again'
complete -c dip -n '__dip_is show' -l summary -d 'The screen of dip summarise, not of dip read'
complete -c dip -n '__dip_is digest' -l since -x -d 'What came in since: last (behind the last digest), yesterday, today, a day, a time (2026-01-03T07:00), a duration (36h)'
complete -c dip -n '__dip_is digest' -l until -x -d 'What came in until: yesterday, today, a day (to its end), a time, a duration ago'
complete -c dip -n '__dip_is digest' -l name -x -d 'With --since last: behind the last digest of this name'
complete -c dip -n '__dip_is digest' -l limit -x -d 'So many statements of a speaker on a theme are shown'
complete -c dip -n '__dip_is export' -s f -l format -r -f -a 'table ndjson json csv tsv xlsx markdown' -d 'What the tables are written as: parquet (extra dipcli[parquet]), csv, ndjson'
complete -c dip -n '__dip_is export' -s o -l output -r -F -d 'One table: this file'
complete -c dip -n '__dip_is score' -l mistakes -d 'A row each mistake, not a row each figure'
complete -c dip -n '__dip_is config' -l show-origin -d 'Say where each is set'
