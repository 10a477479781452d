#include "core/model/nn/checkpointed.h"

#include <mutex>
#include <utility>

#include "core/model/nn/autocast.h"

namespace prolap::model::nn {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

thread_local bool recomputing = false;

/// Sets a value for a scope.
template <typename Value> class Scoped {
public:
    Scoped(Value& place, Value value) : m_place(place), m_before(std::exchange(place, value)) {}
    ~Scoped() { m_place = m_before; }
    Scoped(const Scoped&) = delete;
    Scoped& operator=(const Scoped&) = delete;

private:
    Value& m_place;
    Value m_before;
};

/// The states of the default generators that work on a device may draw from.
class RandomState {
public:
    explicit RandomState(const torch::Device& device) : m_generators{at::detail::getDefaultCPUGenerator()}
    {
        if (!device.is_cpu())
            m_generators.push_back(at::globalContext().defaultGenerator(device));
        for (auto& generator : m_generators) {
            const std::scoped_lock lock(generator.mutex());
            m_states.push_back(generator.get_state());
        }
    }

    void restore()
    {
        for (std::size_t i = 0; i < m_generators.size(); ++i) {
            const std::scoped_lock lock(m_generators[i].mutex());
            m_generators[i].set_state(m_states[i]);
        }
    }

private:
    std::vector<at::Generator> m_generators;
    std::vector<torch::Tensor> m_states;
};

/// What the backward pass needs besides the input.
struct Work : torch::CustomClassHolder {
    Work(std::function<torch::Tensor(const torch::Tensor&)> run_, bool inputNeedsGradient_, variable_list parameters_,
         const torch::Device& device)
        : run(std::move(run_)),
          inputNeedsGradient(inputNeedsGradient_),
          parameters(std::move(parameters_)),
          random(device),
          autocast(AutocastSetting::current(device.type()))
    {
    }

    std::function<torch::Tensor(const torch::Tensor&)> run;
    bool inputNeedsGradient;
    variable_list parameters;
    RandomState random;
    AutocastSetting autocast;
};

struct Checkpointed : torch::autograd::Function<Checkpointed> {
    static torch::Tensor forward(AutogradContext* context, const c10::intrusive_ptr<Work>& work, const torch::Tensor& x,
                                 at::TensorList)
    {
        context->save_for_backward({x});
        context->saved_data["work"] = torch::IValue::make_capsule(work);
        // A copy of a weight that is made here has no gradient: later uses of the weight must not meet it.
        const AutocastCacheOff noCache;
        return work->run(x);
    }

    static variable_list backward(AutogradContext* context, const variable_list& gradients)
    {
        const auto work = c10::static_intrusive_pointer_cast<Work>(context->saved_data["work"].toCapsule());
        auto x = context->get_saved_variables().front().detach();
        x.requires_grad_(work->inputNeedsGradient);
        torch::Tensor result;
        {
            RandomState now(x.device());
            const Scoped again(recomputing, true);
            const torch::AutoGradMode withGradient(true);
            const Autocast asBefore(work->autocast);
            const AutocastCacheOff noCache;
            work->random.restore();
            result = work->run(x);
            now.restore();
        }
        variable_list wanted = work->parameters;
        if (work->inputNeedsGradient)
            wanted.insert(wanted.begin(), x);
        variable_list found = torch::autograd::grad({result}, wanted, {gradients.front()}, std::nullopt,
                                                    /*create_graph=*/false, /*allow_unused=*/true);
        if (!work->inputNeedsGradient)
            found.insert(found.begin(), torch::Tensor());
        found.insert(found.begin(), torch::Tensor()); // of work itself
        return found;
    }
};

} // namespace

torch::Tensor checkpointed(const std::function<torch::Tensor(const torch::Tensor&)>& work, const torch::Tensor& x,
                           const std::vector<torch::Tensor>& parameters)
{
    variable_list trained;
    for (const auto& parameter : parameters)
        if (parameter.requires_grad())
            trained.push_back(parameter);
    if (!torch::GradMode::is_enabled() || (trained.empty() && !x.requires_grad()))
        return work(x);
    return Checkpointed::apply(c10::make_intrusive<Work>(work, x.requires_grad(), trained, x.device()), x,
                               at::TensorList(trained));
}

bool isRecomputing()
{
    return recomputing;
}

} // namespace prolap::model::nn
