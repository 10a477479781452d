#include "core/train/label_classifier.h"

namespace prolap::train {

LabelClassifier::LabelClassifier(const torch::Tensor& labels, std::int64_t width)
{
    const torch::Tensor classes = std::get<0>(at::_unique2(labels.index({labels >= 0})));
    if (classes.numel() < 2)
        return;
    m_classOfLabel = torch::full({classes.max().item<std::int64_t>() + 2}, -1, torch::kInt64);
    m_classOfLabel.index_put_({classes}, torch::arange(classes.numel()));
    m_linear = torch::nn::Linear(width, classes.numel());
}

torch::Tensor LabelClassifier::loss(const torch::Tensor& logits, const torch::Tensor& labels, double smoothing) const
{
    namespace F = torch::nn::functional;
    const std::int64_t last = m_classOfLabel.numel() - 1;
    const torch::Tensor place = torch::where((labels >= 0) & (labels < last), labels, last);
    const torch::Tensor truth = m_classOfLabel.index_select(0, place);
    if (!(truth >= 0).any().item<bool>())
        return {};
    return F::cross_entropy(logits, truth.to(logits.device()),
                            F::CrossEntropyFuncOptions().ignore_index(-1).label_smoothing(smoothing));
}

} // namespace prolap::train
