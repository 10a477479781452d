// fuzz_seeds FOLDER: writes small valid and nearly valid files into a folder of FOLDER for each fuzz target, from which
// it starts.

#include <cstdio>
#include <fstream>

#include "core/model/checkpoint/safetensors.h"
#include "core/model/pack_config.h"
#include "tests/core_checkpoint/checkpoint_files.h"

using namespace prolap;
using namespace prolap::test;

namespace {

void write(const Path& file, const std::string& bytes)
{
    std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

void writeSafetensorsSeeds(const Path& folder)
{
    const auto floats = bytesOf<float>({1, 2, 3, 4});
    const auto integers = bytesOf<std::int64_t>({5, 6});
    const auto flags = bytesOf<std::uint8_t>({1, 0, 1});
    using checkpoint::DType;
    const std::vector<checkpoint::TensorView> tensors = {
        {"weight", DType::F32, {2, 2}, floats},
        {"steps", DType::I64, {2}, integers},
        {"flags", DType::Bool, {3}, flags},
        {"nothing", DType::F16, {0, 4}, {}},
    };
    checkpoint::writeSafetensors(folder / "several", tensors, {{"format", "pt"}});
    checkpoint::writeSafetensors(folder / "empty", {});
    write(folder / "odd", safetensorsFile(R"({"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})", "1234"));
}

void writePyTorchSeeds(const Path& folder)
{
    write(folder / "small", smallPyTorchFile());
    const std::string storage(24, '\1');
    const std::string tensor = pickledTensor("0", 6, 0, {2, 3}, {3, 1});
    write(folder / "spread", pytorchFile(pickledTensor("0", 6, 1, {4, 2}, {0, 1}), {{"0", storage}}));
    write(folder / "nested",
          pytorchFile("}" + pickledText("model") + "}" + pickledText("w") + tensor + "ss", {{"0", storage}}));
    write(folder / "numpy",
          pytorchFile("(" + tensor + pickledGlobal("numpy.core.multiarray", "scalar") +
                          pickledGlobal("numpy", "dtype") + "(" + pickledText("i4") + "\x89\x88tR(" +
                          pickledInteger(3) + pickledText("<") + "NNNtb" + pickledGlobal("_codecs", "encode") +
                          pickledText("abcd") + pickledText("latin1") + "\x86R\x86Rt",
                      {{"0", storage}}));
    write(folder / "hostile", pytorchFile(pickledGlobal("os", "system") + pickledText("true") + "\x85R", {}));
    std::vector<ZipEntry> entries = {{"a/data.pkl", "\x80\x02" + tensor + "."}, {"a/data/0", storage}};
    entries[1].zip64 = true;
    write(folder / "zip64", zipFile(entries, true));
    // Without a ZIP file around: the target puts one there. One tensor may be spread out, the other is too large.
    for (const auto& [name, rows] : {std::pair("pickle", 256), std::pair("overspread", 16384)})
        write(folder / name, "\x80\x02}" + pickledText("w") + pickledTensor("0", 16384, 1, {rows, 64}, {0, 1}) + "s.");
    // The older format: magic number, protocol, system, object, storage keys, then the storages.
    write(folder / "legacy",
          "\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.\x80\x02M\xe9\x03.\x80\x02}.\x80\x02" + tensor +
              ".\x80\x02]" + pickledText("0") + "a." + std::string("\x06\0\0\0\0\0\0\0", 8) + storage);
}

void writeConfigSeeds(const Path& folder)
{
    model::PackConfig config;
    config.name = "starter";
    config.audio.network = model::Cnn8Config{};
    config.audio.mel = model::MelConfig::aisfx();
    config.text.network = model::BertConfig{};
    config.calibration = model::Calibration{};
    config.heads = model::HeadsConfig{};
    write(folder / "starter", config.toJson().dump());
    config.audio.mel = model::MelConfig::msClap2023();
    config.audio.windowSeconds = 7;
    config.audio.network = model::HtsatConfig{};
    config.text.network = model::Gpt2Config{};
    config.heads.reset();
    write(folder / "htsat", config.toJson().dump());
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::fprintf(stderr, "usage: fuzz_seeds FOLDER\n");
        return 1;
    }
    writeSafetensorsSeeds(Path(argv[1]) / "safetensors");
    writePyTorchSeeds(Path(argv[1]) / "pytorch");
    writeConfigSeeds(Path(argv[1]) / "config");
    return 0;
}
