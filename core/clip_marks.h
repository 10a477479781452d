#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace prolap {

/// A colour that a user gives a clip, for what he likes it to mean. The numbers are what catalogues hold.
enum class ColourLabel { None = 0, Red = 1, Amber = 2, Green = 3, Cyan = 4, Blue = 5, Violet = 6 };

inline constexpr std::array<std::string_view, 7> kColourNames = {"none", "red",  "amber", "green",
                                                                 "cyan", "blue", "violet"};

/// The name in queries, on the command line and in CSV files.
constexpr std::string_view colourName(ColourLabel colour)
{
    return kColourNames[static_cast<std::size_t>(colour)];
}

/// None for a name that is no colour's.
constexpr std::optional<ColourLabel> colourOf(std::string_view name)
{
    for (std::size_t i = 0; i < kColourNames.size(); ++i)
        if (kColourNames[i] == name)
            return static_cast<ColourLabel>(i);
    return std::nullopt;
}

/// Whether a clip's file can be had. The drive of an offline clip is unplugged, or its folder renamed; a missing one's
/// folder is there, and the file is gone.
enum class ClipPresence { Online, Offline, Missing };

inline constexpr std::array<std::string_view, 3> kPresenceNames = {"online", "offline", "missing"};

/// None for a name that is none's.
constexpr std::optional<ClipPresence> presenceOf(std::string_view name)
{
    for (std::size_t i = 0; i < kPresenceNames.size(); ++i)
        if (kPresenceNames[i] == name)
            return static_cast<ClipPresence>(i);
    return std::nullopt;
}

inline constexpr int kMaxRating = 5; ///< stars; 0: none given

/// What a user marks a clip with, beside tags and captions.
struct ClipMarks {
    int rating = 0; ///< 0 (none) to kMaxRating
    bool favourite = false;
    ColourLabel colour = ColourLabel::None;
    std::string note; ///< valid UTF-8

    bool operator==(const ClipMarks&) const = default;
};

} // namespace prolap
