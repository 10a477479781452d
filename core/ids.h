#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace prolap {

/// A row id of one table as a type of its own, so that a clip is never taken for a window. 0 means "none".
template <typename Tag> struct Id {
    std::int64_t value = 0;

    explicit operator bool() const noexcept { return value != 0; }
    auto operator<=>(const Id&) const = default;
};

using RootId = Id<struct RootTag>;
using ClipId = Id<struct ClipTag>;
using WindowId = Id<struct WindowTag>;
using CollectionId = Id<struct CollectionTag>;
using SavedSearchId = Id<struct SavedSearchTag>;
using EmbeddingSetId = Id<struct EmbeddingSetTag>;

} // namespace prolap

template <typename Tag> struct std::hash<prolap::Id<Tag>> {
    std::size_t operator()(const prolap::Id<Tag>& id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
