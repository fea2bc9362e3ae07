// SPDX-License-Identifier: Apache-2.0
#include "stages/text/model_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <vector>

namespace claimsift {

namespace fs = std::filesystem;

namespace {

/// The first 64 bytes of a file; numbers are little-endian.
struct FileHeader {
  char magic[8];
  char kind[32];
  uint32_t version;
  uint32_t reserved;
  uint64_t payload_bytes;
  uint64_t checksum;  // XXH3 of the payload
};
static_assert(sizeof(FileHeader) == 64);
constexpr char kMagic[8] = {'C', 'S', 'M', 'O', 'D', 'E', 'L', '1'};

std::vector<fs::path> model_folders() {
  std::vector<fs::path> folders;
  if (const char* folder = std::getenv("CLAIMSIFT_MODELS"); folder && *folder) folders.emplace_back(folder);
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (error) return folders;
  folders.push_back((program.parent_path() / "../share/claimsift/models").lexically_normal());
  fs::path above = program.parent_path();  // build/release/claimsift, build/release/tests/stages/claims/...
  for (int i = 0; i < 6 && above != above.root_path(); ++i, above = above.parent_path())
    if (fs::exists(above / "claimsift-config.cmake", error)) folders.push_back(above / "models");
  return folders;
}

}  // namespace

std::string find_model(const std::string& given, const std::string& name) {
  if (!given.empty()) return given;
  std::string tried;
  for (const fs::path& folder : model_folders()) {
    std::error_code ignored;
    if (fs::path path = folder / name; fs::is_regular_file(path, ignored)) return path.string();
    tried += (tried.empty() ? "" : ", ") + folder.string();
  }
  throw std::runtime_error(fmt::format(
      "model `{}` is in none of: {}; name it with `model:`, or its folder in CLAIMSIFT_MODELS", name, tried));
}

std::string find_model(const Setup& setup, const char* option, const std::string& name) {
  std::string path = find_model(setup.string(option), name);
  setup.uses_file(path);
  return path;
}

ModelFile::ModelFile(const std::string& path, std::string_view kind, uint32_t version) {
  const auto refuse = [&](const std::string& why) {
    if (memory_) ::munmap(memory_, size_);
    memory_ = nullptr;
    throw std::runtime_error(fmt::format("model {}: {}", path, why));
  };
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) refuse(std::string("cannot be opened: ") + std::strerror(errno));
  struct stat status {};
  ::fstat(fd, &status);
  size_ = static_cast<size_t>(status.st_size);
  if (size_ >= sizeof(FileHeader)) memory_ = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, fd, 0);
  ::close(fd);
  if (memory_ == MAP_FAILED) memory_ = nullptr;
  if (!memory_) refuse("is no model file");
  FileHeader header;
  std::memcpy(&header, memory_, sizeof header);
  if (std::memcmp(header.magic, kMagic, sizeof kMagic) != 0) refuse("is no model file");
  header.kind[sizeof header.kind - 1] = 0;
  if (kind != header.kind) refuse(fmt::format("is a model for `{}`, not for `{}`", header.kind, kind));
  if (header.version != version)
    refuse(fmt::format("has format version {}; this program reads version {}", header.version, version));
  if (header.payload_bytes != size_ - sizeof header) refuse("is cut short or has something behind its end");
  payload_ = {static_cast<const std::byte*>(memory_) + sizeof header, size_ - sizeof header};
  if (XXH3_64bits(payload_.data(), payload_.size()) != header.checksum)
    refuse("is damaged: its checksum is wrong");
  // The pages that the sum went through are none of the process's until a text wants them.
  ::madvise(memory_, size_, MADV_DONTNEED);
}

ModelFile::~ModelFile() {
  if (memory_) ::munmap(memory_, size_);
}

void ModelFile::save(const std::string& path, std::string_view kind, uint32_t version,
                     std::span<const std::byte> payload) {
  FileHeader header{};
  std::memcpy(header.magic, kMagic, sizeof kMagic);
  kind.copy(header.kind, sizeof header.kind - 1);
  header.version = version;
  header.payload_bytes = payload.size();
  header.checksum = XXH3_64bits(payload.data(), payload.size());
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(reinterpret_cast<const char*>(&header), sizeof header);
  file.write(reinterpret_cast<const char*>(payload.data()), static_cast<std::streamsize>(payload.size()));
  file.close();
  if (!file) throw std::runtime_error("model " + path + " cannot be written");
}

}  // namespace claimsift
