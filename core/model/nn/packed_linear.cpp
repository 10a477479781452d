#include "core/model/nn/packed_linear.h"

#include <ATen/core/dispatch/Dispatcher.h>

namespace prolap::model::nn {

namespace {

using Scalars = torch::List<std::optional<at::Scalar>>;

/// oneDNN's operations as torch's own compiler uses them: they have no other interface in C++.
template <typename Signature> c10::TypedOperatorHandle<Signature> operation(const char* name, const char* overload)
{
    return c10::Dispatcher::singleton().findSchemaOrThrow(name, overload).typed<Signature>();
}

bool hasPacking()
{
    return c10::Dispatcher::singleton().findSchema({"mkldnn::_linear_pointwise", ""}).has_value();
}

} // namespace

PackedLinear::PackedLinear(const torch::Tensor& weight, const torch::Tensor& bias, torch::ScalarType type,
                           std::int64_t rows)
    : m_weight(weight.detach().to(type).contiguous()), m_packed(weight.is_cpu() && hasPacking())
{
    if (bias.defined())
        m_bias = bias.detach().to(type).contiguous();
    if (m_packed) {
        static const auto reorder =
            operation<at::Tensor(const at::Tensor&, std::optional<std::int64_t>)>("mkldnn::_reorder_linear_weight", "");
        m_weight = reorder.call(m_weight, rows);
    }
}

torch::Tensor PackedLinear::pointwise(const torch::Tensor& x, const char* what) const
{
    static const auto linear =
        operation<at::Tensor(const at::Tensor&, const at::Tensor&, const std::optional<at::Tensor>&, std::string_view,
                             Scalars, std::optional<std::string_view>)>("mkldnn::_linear_pointwise", "");
    return linear.call(x, m_weight, m_bias, what, Scalars(), "none");
}

torch::Tensor PackedLinear::forward(const torch::Tensor& x) const
{
    return m_packed ? pointwise(x, "none") : at::linear(x, m_weight, m_bias);
}

torch::Tensor PackedLinear::thenGelu(const torch::Tensor& x) const
{
    return m_packed ? pointwise(x, "gelu") : at::gelu(at::linear(x, m_weight, m_bias));
}

torch::Tensor PackedLinear::plus(const torch::Tensor& x, const torch::Tensor& addend) const
{
    if (!m_packed)
        return at::linear(x, m_weight, m_bias) + addend;
    static const auto linear =
        operation<at::Tensor(const at::Tensor&, const at::Tensor&, const at::Tensor&, const std::optional<at::Tensor>&,
                             std::string_view)>("mkldnn::_linear_pointwise", "binary");
    return linear.call(x, addend, m_weight, m_bias, "add");
}

} // namespace prolap::model::nn
