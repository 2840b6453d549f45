"""Kindling: YAML decks and Markdown essays in, a site, a draw page and printed decks out.

The map. Each room imports only from those above it; a wing never reaches into another's inside.

    library/     what a deck is, and how one gets in
        model      Place, Card, Deck, Essay, Reference, Resource, Library, Problem: frozen values
        page       a page to print beside the decks, as a value
        words      what Kindling itself says, one TOML file a language
        nodes      a YAML document as plain values with places
        shapes     what may stand behind a key
        reading    a node, read as the shape its key asks for
        decks      the keys of a deck and a card
        essays     the keys of an essay and a reference
        printables the keys of a page to print beside the decks
        resources  the keys of somewhere to turn for help
        lines      a file's lines as their author wrote them
        syntax     what a YAML error means to someone writing a question
        coverage   the keys of the coverage list
        load       files -> (Library, problems); the only module that knows YAML
        kept       the file of favourites that a phone saved
        report     problems, as people read them
        starting   a deck to begin from
    look/        how it looks, once for screen and paper
        lays       thirteen ways of laying sticks
        sticks     a deck's mark and back as paths
        typography straight quotes in, typographic quotes out
        tokens     look.toml: colours, card anatomy, type
        credits    whose a deck is, in words
        face       what stands on a card's front, and in which place
        fonts/     the typefaces, with their licences
    checks/      check(library) -> problems; one small pure function a rule
        decks      what is always wrong with a deck or a card
        licences   what may be published
        rule       the rules for words, as rules.toml describes them
        texts      the texts of a card, taken apart
        lexicons   word lists and phrases as patterns; the lists are data
        questions  closed, accusing, double and leading questions
        wording    blame, assumptions, jargon, depth, pressure, promises
        shape      length, plain text, follow-ups
        doing      who may ask, what people do, what it asks of the body
        tables     which function speaks for which rule
        twins      cards that say nearly the same
        originality runs of six words that are somebody else's
        sets       cards beside one another
        explaining a rule in words
        essays     rules for essays, and for what ties them to references and decks
        printables rules for pages to print beside the decks
        resources  how long ago places to turn to were checked
    project      a project folder as it lies on disk: settings, library, problems
    history      decks as they were; the only module that asks git
    site/        Library -> what a browser gets
        templating templates and relative addresses
        styles     look.toml -> style sheets
        pictures   backs and icon as SVG
        reporting  where to write about a card
        pages      deck pages, card pages
        relating   which decks and essays belong together
        citing     essays: citations, reading time, the way on
        covering   the brief, and what carries each item
        markers    what is filled into hand-written pages
        scripts    the scripts as they are served
        leaving_out what can be left out on the draw page
        picking    drawing without JavaScript: piles of links
        drawing    the draw page and its data
        keeping    the page of what is kept on a phone
        plans      how cards lie on a sheet, as a browser is told
        choosing   the page that prints what somebody chose
        feeds      cards.json, feed.xml, the site's map, the manifest
        calendar   calendar.ics: a light question for each week of a year
        previews   what a page's head tells: its address, the feed, what to show where it is pasted
        finding    what the search looks through, and the page that lists it all
        schema     what may stand in a deck, for editors
        policy     the Content-Security-Policy of each page
        theme_fixes what is wrong in Material's own HTML
        offline    built site -> sw.js
        templates/ pages and feeds, for Jinja2
        theme/     our overrides of Material
        vendored/  other people's scripts, with their licences
        assets/    style sheets, the JavaScript of each page that has some, the service worker
    printing/    Library -> what a printer gets
        profiles   papers and card sizes, as data
        grid       cards side by side on a paper, in mm
        stock      perforated sheets, as data
        margins    cutting marks, the ruler, places for words
        sheets     a sheet, front and back: where every face lies
        catalogue  what sizes there are, for a page that tells
        codes      QR codes: addresses and squares
        stacking   sheets that are cut as one stack, in order
        dealing    a deck dealt into evenings
        editions   what little ink, large type or black alone change of the look
        ticket     how somebody wants a deck printed
        choosing   some cards of some decks
        service    the nine cards that go with every deck
        cache      what was typeset before
        glyphs     which characters fonts can show
        typefaces  what a print is set in: our fonts, and a project's own
        breaking   where a line may end
        runs       a text as pieces with their places
        lines      how a text falls into lines, and at what size it fits
        anatomy    the look's distances and type, for a card of any size
        desk       what every card is set with
        foot       the foot line of a front
        fronts     the fronts of the cards to draw
        headed     fronts with a title beside the mark, going on over several cards
        service_fronts the fronts of the service cards
        index      the fronts of the index
        coded      fronts that carry a QR code
        backs      wool, sticks and a label
        job        a deck to be printed, before anything is set
        arranging  which card lies on which sheet
        parting    when long words are parted, and where
        composing  a whole deck in its places, and what does not fit
        finishing  what a PDF tells viewers and printers, and where its pages lie; the only module with pikepdf
        bookmarks  the list beside a deck's PDF: its depths, its cards
        flaws      what stands in the way of a print, as problems
        stacks     things on a page, one under another or side by side
        setting    the words of a printable, set
        parts      the parts of a printable, set
        leaf       a printable to be put on a paper
        printables a printable on its one page, and what does not fit
        coverage   how much ink a print takes
        printer    how far somebody's own printer is off, from a small file
        record     what is known of a print beside its pages
        ink        sheets -> PDF and PNG; the only module that knows Typst
        prints     decks and pages to finished PDFs, kept by what they were made from
        calibration the sheet that shows how far a printer is off
        press      several prints at once
        sharing    pictures for where an address is pasted
        fitting    what will not fit its cards, before anything is printed
    outputs      outputs(library) -> {uri: content}
    publish      a finished site takes the place of the last good one
    workbench/   while serving: what is wrong and how cards look, moments after a save
        seen       what someone who writes is shown
        serving    answers beside the preview server, waiting for no build
        ending     how the preview server ends
    plugin       hands it to MkDocs; the only module that knows MkDocs
    terminal     what the commands share
    print_choice which cards `kindling print` was asked for
    print_work   what becomes a PDF each
    print_command `kindling print`
    __main__     the command line

Data flows one way: decks/*.yml - load -> Library - checks -> problems;
Library - site, printing -> outputs - plugin -> site/.
"""
