#pragma once

#include "core/train/data/row_collector.h"

namespace prolap::train {

/// Reads a folder of sounds, with all folders in it, whose captions lie beside them. A sound `x.wav` has them in
///
/// - `x.json`: an object with `caption` or `text` (a text or a list of them), `captions` (likewise), or `caption1` to
///   `caption4` (general to specific); and optionally `label`, `split`, `license` (or `licence`), `source`; or
/// - `x.txt`, where there is no x.json: a caption a line.
///
/// Captions without a level are of equal rank; beside levels they stand at the most specific one. Where some files name
/// a split, those that name none are of the split `train`.
/// Sounds without a caption, and those whose x.json cannot be understood, are rejected. Hidden files and folders, and
/// texts without a sound, are left out; linked folders are not entered.
/// Errors: Error(NotFound, Permission) for the folder.
void readSidecars(const Path& folder, RowCollector& rows);

} // namespace prolap::train
