#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/model/checkpoint/tensor.h"
#include "core/model/pack_config.h"
#include "core/paths.h"

namespace prolap::model {

/// Puts the tensors of a published checkpoint under the names of a pack. Bytes are shared, not copied.
/// Errors, all over: Error(Incompatible) with the file, the tensor under the file's own name, what was expected and
/// what was found.
class RenamedTensors {
public:
    /// path: to name in messages. network: whose tensors these are, "Hugging Face CLAP".
    RenamedTensors(checkpoint::TensorSet file, Path path, std::string network);

    const checkpoint::TensorSet& file() const { return *m_file; }
    const Path& path() const { return m_path; }

    void add(const checkpoint::TensorView& tensor, const std::string& name);
    /// One of three equal parts (0, 1, 2) of a tensor's rows.
    void addThird(const checkpoint::TensorView& tensor, std::size_t part, const std::string& name);
    /// A tensor that the file does not have.
    void addOwn(checkpoint::OwnedTensor tensor);

    bool has(const std::string& name) const { return m_tensors.contains(name); }
    /// Whether a tensor's name begins so.
    bool hasUnder(const std::string& prefix) const;
    /// Shape of a tensor by its new name: of that rank, every size at least 1.
    const std::vector<std::int64_t>& shape(const std::string& name, std::size_t rank) const;

    [[noreturn]] void refuse(const checkpoint::TensorView& tensor) const;
    [[noreturn]] void refuseShape(const std::string& name, const std::string& expected) const;

    /// All of them, which must be exactly what a pack of this config holds, as floating-point numbers.
    checkpoint::TensorSet take(const PackConfig& config);

private:
    struct Entry {
        checkpoint::TensorView tensor;
        std::string fileName;
    };

    void put(Entry entry);

    std::shared_ptr<const checkpoint::TensorSet> m_file;
    Path m_path;
    std::string m_network;
    std::map<std::string, Entry> m_tensors;
    checkpoint::TensorSet m_own; ///< keeps bytes only
};

/// Adds what no CLAP checkpoint has and a pack needs: features are not standardised (mean 0, deviation 1), and the
/// logit bias is SigLIP's start value, from which training goes on.
void addPackConstants(RenamedTensors& tensors, const PackConfig& config);

} // namespace prolap::model
