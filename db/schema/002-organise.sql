-- What users do to clips beside tags and captions: marks, collections, saved searches; and names of the Universal
-- Category System in their parts.

ALTER TABLE clip ADD COLUMN rating INTEGER NOT NULL DEFAULT 0 CHECK (rating BETWEEN 0 AND 5);     -- 0: none given
ALTER TABLE clip ADD COLUMN favourite INTEGER NOT NULL DEFAULT 0 CHECK (favourite IN (0, 1));
ALTER TABLE clip ADD COLUMN colour INTEGER NOT NULL DEFAULT 0 CHECK (colour BETWEEN 0 AND 6);     -- core/clip_marks.h
ALTER TABLE clip ADD COLUMN note TEXT NOT NULL DEFAULT '';

-- Holds all that a filter asks for, marks and times too, so that listing a library never reads its rows.
DROP INDEX clip_by_name;
CREATE INDEX clip_by_name ON clip (name COLLATE NOCASE, id, state, root_id, duration, channels, sample_rate, container,
                                   rating, favourite, colour, missing, added);

-- Parts of file names that have the form of the Universal Category System (core/ucs_name.h); no row for other names.
CREATE TABLE clip_ucs (
    clip_id       INTEGER PRIMARY KEY REFERENCES clip (id) ON DELETE CASCADE,
    cat_id        TEXT NOT NULL,            -- DOORWood
    category      TEXT NOT NULL,            -- DOORS
    subcategory   TEXT NOT NULL,            -- WOOD
    user_category TEXT NOT NULL,
    fx_name       TEXT NOT NULL,
    creator_id    TEXT NOT NULL,
    source_id     TEXT NOT NULL,
    user_data     TEXT NOT NULL
) STRICT;
CREATE INDEX clip_ucs_by_category ON clip_ucs (category, subcategory, cat_id);

-- ucs_part(name, i) is this program's own: the i-th column of clip_ucs after the clip's id, NULL for other names.
INSERT INTO clip_ucs
    SELECT id, ucs_part(name, 0), ucs_part(name, 1), ucs_part(name, 2), ucs_part(name, 3), ucs_part(name, 4),
           ucs_part(name, 5), ucs_part(name, 6), ucs_part(name, 7)
    FROM clip WHERE ucs_part(name, 0) IS NOT NULL;
UPDATE clip_words SET tags = tags || char(10) || category || ' ' || subcategory
    FROM clip_ucs WHERE clip_words.rowid = clip_ucs.clip_id;

-- Lists that a user puts together by hand.
CREATE TABLE collection (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    name    TEXT NOT NULL UNIQUE COLLATE NOCASE,
    created INTEGER NOT NULL
) STRICT;

CREATE TABLE collection_clip (
    collection_id INTEGER NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
    clip_id       INTEGER NOT NULL REFERENCES clip (id) ON DELETE CASCADE,
    position      INTEGER NOT NULL,         -- rising; gaps are allowed
    PRIMARY KEY (collection_id, clip_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX collection_clip_by_place ON collection_clip (collection_id, position, clip_id);
CREATE INDEX collection_clip_by_clip ON collection_clip (clip_id);

-- Queries under a name; what they find is looked up anew each time.
CREATE TABLE saved_search (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    name    TEXT NOT NULL UNIQUE COLLATE NOCASE,
    query   TEXT NOT NULL,                  -- as it is typed, in its canonical form
    created INTEGER NOT NULL
) STRICT;

-- What was asked for, once each, with its last time.
CREATE TABLE query_history (
    query TEXT PRIMARY KEY,
    used  INTEGER NOT NULL,
    times INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX query_history_by_time ON query_history (used);
