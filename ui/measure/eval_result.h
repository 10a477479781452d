#pragma once

#include <map>
#include <optional>
#include <vector>

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace prolap::ui {

/// What `prolap eval all --json` answered.
struct EvalResult {
    struct Protocol {
        QString name;
        qint64 clips = 0, captions = 0;
        std::map<QString, double> metrics, chance;
        QStringList notes;
    };

    QString model, split;
    qint64 clips = 0;
    std::vector<Protocol> protocols;
    QStringList skipped;  ///< a sentence for each measure that was left out
    QStringList failures; ///< a sentence for each row or file that could not be used
    QJsonObject document; ///< all of it, as it came

    const Protocol* find(const QString& name) const;
};

/// None when it is no such document.
std::optional<EvalResult> parseEvalResult(const QByteArray& json);

/// `Retrieval`, as the window says it.
QString protocolTitle(const QString& name);

/// One row of the comparison; protocol rows have no metric.
struct EvalRow {
    QString protocol, metric; ///< as `prolap eval` names them; metric empty: the protocol's own row
    std::optional<double> first, chance, second;

    /// second - first, where both are there.
    std::optional<double> difference() const;
    /// 1: the second is better, -1: worse, 0: neither, or the same.
    int verdict() const;
};

/// The figures of one evaluation, or of two beside each other.
std::vector<EvalRow> evalRows(const EvalResult& first, const EvalResult* second);

/// protocol,metric,value,chance, and with two models second,difference. Values as exactly as they came.
QByteArray evalCsv(const EvalResult& first, const EvalResult* second);
/// The one document, or {"models":[first,second]}.
QByteArray evalJson(const EvalResult& first, const EvalResult* second);

} // namespace prolap::ui
