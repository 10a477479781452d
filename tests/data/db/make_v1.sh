#!/usr/bin/env bash
# Makes v1.db, a library as version 1 of the format has it: one root, a clip that was listened to with two windows, a
# clip that failed. Never run again once a release has version 1: the file is then what users have.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
file="$here/v1.db"
rm -f "$file"
half() { for _ in 1 2 3 4 5 6 7 8; do printf '%s' "$1"; done; } # eight halves, little-endian
sqlite3 -bail "$file" <<SQL
PRAGMA page_size = 1024;
BEGIN;
.read $here/../../../db/schema/001-initial.sql
PRAGMA user_version = 1;
PRAGMA application_id = 0x50724c50;
INSERT INTO root VALUES (1, CAST('/sounds' AS BLOB), 1, 1763856000000);
INSERT INTO clip (id, root_id, path, name, size, mtime, state, content_hash, duration, sample_rate, channels, bit_depth,
                  codec, container, description, lufs, peak, added, last_seen)
VALUES (1, 1, CAST('SFX/DoorSlam_03.wav' AS BLOB), 'DoorSlam_03.wav', 3528044, 1763856000000000000, 1,
        '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', 20.0, 44100, 2, 16, 'pcm_s16le', 'wav',
        'slate 3', -21.5, 0.5, 1763856000000, 1763856000000);
INSERT INTO clip (id, root_id, path, name, size, mtime, state, failure, added, last_seen)
VALUES (2, 1, CAST('broken.flac' AS BLOB), 'broken.flac', 12, 1763856000000000000, 2, 'broken.flac holds no sound.',
        1763856000000, 1763856000000);
INSERT INTO clip_file_tag VALUES (1, 0, 'title', 'Cellar door');
-- Two columns: version 1, count 2, largest 0.5; min -127, max 127 and rms 64 in 127ths of it.
INSERT INTO waveform VALUES (1, x'01020000000000003f81817f7f4040');
INSERT INTO tag VALUES (1, 'metal');
INSERT INTO clip_tag VALUES (1, 1);
INSERT INTO caption VALUES (1, 1, 1, 'user', 'a heavy door falls shut');
INSERT INTO embedding_set VALUES (1, 'e3b0c442', 'starter', 8, 1, 1763856000000, 1, 0);
INSERT INTO clip_window VALUES (1, 1, 1, 0, 0.0, 10.0, 0.25, x'$(half 0038)', x'$(half 00c4)');
INSERT INTO clip_window VALUES (2, 1, 1, 1, 10.0, 20.0, 0.5, x'$(half 0038)', x'$(half 00c4)');
INSERT INTO clip_vector VALUES (1, 1, 0.375, x'$(half 0038)', x'$(half 00c4)');
INSERT INTO clip_words (rowid, name, folder, tags, captions, description)
VALUES (1, 'DoorSlam_03 Door Slam 03', 'SFX', 'metal', 'a heavy door falls shut', 'slate 3' || char(10) || 'Cellar door');
COMMIT;
PRAGMA journal_mode = WAL;
SQL
rm -f "$file-wal" "$file-shm"
