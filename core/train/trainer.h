#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <torch/torch.h>

#include "core/model/prolap_model.h"
#include "core/run_control.h"
#include "core/train/dataset.h"
#include "core/train/distributed/process_group.h"
#include "core/train/evaluation/retrieval_protocol.h"
#include "core/train/recipe.h"
#include "core/train/training_state.h"

namespace prolap::train {

/// The training loop, without files: a model with heads, a data set and a recipe in, trained weights in the model.
///
///     Trainer trainer(model, dataset, recipe, torch::kCPU);
///     while (trainer.stepsDone() < trainer.stepsTotal())
///         trainer.step();
///     trainer.validate();
///     trainer.takeBest();
///
/// Every random choice is drawn after seeding torch's default generator with the recipe's seed and the step's number:
/// that is what makes resuming exact, and why no two trainers may run in one process at a time.
class Trainer {
public:
    /// model.audioHead and textHead are there, standardisation set; everything given outlives the trainer. In a group
    /// of several processes each has the same model, data set and recipe, and makes every call; batches are then of
    /// recipe.optimiser.batch clips a process.
    Trainer(model::ProlapModel& model, const Dataset& dataset, const Recipe& recipe, const torch::Device& device,
            const ProcessGroup& group);
    ~Trainer();

    std::int64_t stepsDone() const;
    std::int64_t stepsTotal() const;
    std::int64_t stepsPerEpoch() const;
    double learningRate() const; ///< of the next step
    std::string metric() const;  ///< by which the best weights are chosen

    /// One step of AdamW, over one or several batches. Returns the terms as they were before it.
    /// Errors: Error(BadInput) with step and term when a loss is no longer a finite number; the weights are then those
    /// before the step.
    std::vector<std::pair<std::string, double>> step();

    /// Figures on the validation split; keeps the weights if they are the best so far by the recipe's metric. Empty
    /// without validation split. seen: called with the split as the weights that are judged see it.
    Figures validate(const std::function<void(const RetrievalTask&)>& seen = {});

    /// Puts the best weights (without validation: the last) into the model. Returns their epoch.
    int takeBest();

    /// Puts the last weights (their average, where the recipe averages) into the model. Returns the epoch.
    int takeLast();

    TrainingState state() const;
    void restore(const TrainingState& state);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace prolap::train
