-- The catalogue, version 1. Applied steps are never edited: a change is a new file with the next number.

-- One row. The uuid tells caches beside the catalogue which one they belong to.
CREATE TABLE catalogue (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    uuid    TEXT NOT NULL,
    created INTEGER NOT NULL                -- milliseconds since 1970, as all times but mtime
) STRICT;
INSERT INTO catalogue VALUES (1, lower(hex(randomblob(16))), unixepoch() * 1000);

CREATE TABLE root (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    path   BLOB NOT NULL UNIQUE,            -- bytes, absolute
    online INTEGER NOT NULL DEFAULT 1 CHECK (online IN (0, 1)),
    added  INTEGER NOT NULL
) STRICT;

-- Ids are never given twice, so that a list on the screen cannot come to mean other clips.
CREATE TABLE clip (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    root_id       INTEGER NOT NULL REFERENCES root (id) ON DELETE CASCADE,
    path          BLOB NOT NULL,            -- bytes, relative to the root
    name          TEXT NOT NULL,            -- file name, valid UTF-8
    size          INTEGER NOT NULL,
    mtime         INTEGER NOT NULL,         -- nanoseconds since 1970
    state         INTEGER NOT NULL CHECK (state BETWEEN 0 AND 2), -- listed, listened, failed
    missing       INTEGER NOT NULL DEFAULT 0 CHECK (missing IN (0, 1)),
    failure       TEXT,
    content_hash  TEXT,                     -- SHA-256, hex
    duration      REAL NOT NULL DEFAULT 0,  -- seconds
    sample_rate   INTEGER NOT NULL DEFAULT 0,
    channels      INTEGER NOT NULL DEFAULT 0,
    bit_depth     INTEGER NOT NULL DEFAULT 0,
    float_samples INTEGER NOT NULL DEFAULT 0,
    codec         TEXT NOT NULL DEFAULT '',
    container     TEXT NOT NULL DEFAULT '',
    description   TEXT NOT NULL DEFAULT '', -- of the BWF chunk
    lufs          REAL,
    peak          REAL,
    silent        INTEGER NOT NULL DEFAULT 0,
    added         INTEGER NOT NULL,
    last_seen     INTEGER NOT NULL,
    UNIQUE (root_id, path),
    CHECK ((state = 2) = (failure IS NOT NULL))
) STRICT;
-- Holds all that a filter asks for, so that listing a library never reads its rows.
CREATE INDEX clip_by_name ON clip (name COLLATE NOCASE, id, state, root_id, duration, channels, sample_rate, container);
CREATE INDEX clip_by_hash ON clip (content_hash) WHERE content_hash IS NOT NULL;

CREATE TABLE clip_file_tag (
    clip_id  INTEGER NOT NULL REFERENCES clip (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    key      TEXT NOT NULL,
    value    TEXT NOT NULL,
    PRIMARY KEY (clip_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE waveform (
    clip_id INTEGER PRIMARY KEY REFERENCES clip (id) ON DELETE CASCADE,
    columns BLOB NOT NULL                   -- see db/waveform_blob.h
) STRICT;

CREATE TABLE tag (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE
) STRICT;

CREATE TABLE clip_tag (
    clip_id INTEGER NOT NULL REFERENCES clip (id) ON DELETE CASCADE,
    tag_id  INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
    PRIMARY KEY (clip_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX clip_tag_by_tag ON clip_tag (tag_id);

CREATE TABLE caption (
    id      INTEGER PRIMARY KEY,
    clip_id INTEGER NOT NULL REFERENCES clip (id) ON DELETE CASCADE,
    level   INTEGER NOT NULL CHECK (level BETWEEN 1 AND 4),
    source  TEXT NOT NULL,
    text    TEXT NOT NULL
) STRICT;
CREATE INDEX caption_by_clip ON caption (clip_id, level);

CREATE TABLE embedding_set (
    id                 INTEGER PRIMARY KEY AUTOINCREMENT,
    model_id           TEXT NOT NULL UNIQUE,
    name               TEXT NOT NULL,
    dim                INTEGER NOT NULL CHECK (dim > 0),
    probabilistic      INTEGER NOT NULL CHECK (probabilistic IN (0, 1)),
    created            INTEGER NOT NULL,
    generation         INTEGER NOT NULL DEFAULT 0,
    removed_generation INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Ids only grow, so that what a cache lacks are the rows above its last id.
CREATE TABLE clip_window (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    set_id      INTEGER NOT NULL REFERENCES embedding_set (id) ON DELETE CASCADE,
    clip_id     INTEGER NOT NULL REFERENCES clip (id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    start       REAL NOT NULL,              -- seconds
    end         REAL NOT NULL,
    uncertainty REAL,
    mean        BLOB NOT NULL,              -- dim halves, little-endian
    log_var     BLOB,
    UNIQUE (clip_id, set_id, position)
) STRICT;
CREATE INDEX clip_window_by_set ON clip_window (set_id);

CREATE TABLE clip_vector (
    clip_id     INTEGER NOT NULL REFERENCES clip (id) ON DELETE CASCADE,
    set_id      INTEGER NOT NULL REFERENCES embedding_set (id) ON DELETE CASCADE,
    uncertainty REAL,
    mean        BLOB NOT NULL,
    log_var     BLOB
) STRICT;
-- Which clips are embedded, and how certainly, without reading the vectors.
CREATE INDEX clip_vector_by_set ON clip_vector (set_id, clip_id, uncertainty);
CREATE UNIQUE INDEX clip_vector_by_clip ON clip_vector (clip_id, set_id);

-- Words of each clip that has not failed; rowid is the clip's id. Written by db/clip_words.cpp. The columns stand in
-- the order in which a word found in them counts (db/word_index.cpp).
CREATE VIRTUAL TABLE clip_words USING fts5 (
    name, tags, captions, folder, description,
    tokenize = 'porter unicode61 remove_diacritics 2'
);
