#pragma once

#include <optional>

#include <QString>

namespace prolap::ui {

/// Which way a figure is better.
enum class Better { Higher, Lower, Neither };

/// An evaluation's figure in words.
struct MetricWords {
    QString title;       ///< short, for a table; the name itself where it is not known
    QString explanation; ///< one sentence; empty where it is not known
    Better better = Better::Neither;
    std::optional<int> level; ///< of captions: 1, general, and so on
};

/// name: as `prolap eval --json` has it, `t2a_map10_level2`.
MetricWords metricWords(const QString& name);

/// As the figure is shown: ranks with one digit, shares with three.
QString metricValue(const QString& name, double value);

} // namespace prolap::ui
