#pragma once

#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/model/checkpoint/tensor.h"
#include "core/paths.h"

namespace prolap::test {

/// Float tensors by their names in a checkpoint file. Values differ from tensor to tensor.
using FloatTensors = std::map<std::string, checkpoint::OwnedTensor>;
void put(FloatTensors& tensors, const std::string& name, std::vector<std::int64_t> shape);
/// The values of a tensor.
std::vector<float> floatsOf(const checkpoint::TensorView& tensor);

/// Checkpoints as the original software names and shapes their tensors, very small: HTS-AT of two stages (1 and 2
/// blocks, width 4, heads 1 and 2) over 64 bands, text encoders of width 8 with one layer and 20 positions, a joint
/// space of 6 dimensions. Tokenizers: byteVocabulary() with rainMerges() and the special tokens.
FloatTensors msClapTensors();
FloatTensors laionTensors(bool fused);
FloatTensors huggingFaceTensors(bool fused);

/// config.json and preprocessor_config.json of the last.
nlohmann::json huggingFaceConfig(bool fused);
nlohmann::json huggingFacePreprocessor(bool fused);

/// A whole Hugging Face folder with model.safetensors and tokenizer.
void writeHuggingFace(const Path& folder, bool fused = false);
void writeSafetensorsFile(const Path& file, const FloatTensors& tensors);

/// The bytes of a PyTorch file: a dict in which these tensors lie below that key; no key: at the top.
/// more: pickle opcodes that add further items to the dict, `pickledText("epoch") + pickledInteger(3) + "s"`.
std::string pytorchBytes(const FloatTensors& tensors, const std::string& key, const std::string& more = {});

/// Tokenizers of the two flavours.
void writeGpt2Tokenizer(const Path& folder);
void writeRobertaTokenizer(const Path& folder);

/// Puts the kernels and a filter bank that a front end of that FFT size stores below a prefix; bank: [bins][bands].
void putFrontEnd(FloatTensors& tensors, const std::string& prefix, int fftSize, const std::vector<float>& bank);
/// The Slaney bank of CLAP (50 to 14000 Hz, 64 bands) designed for that rate, [bins][bands].
std::vector<float> slaneyBank(int rate, int fftSize);

} // namespace prolap::test
