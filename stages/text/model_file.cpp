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
#include <map>
#include <mutex>
#include <stdexcept>
#include <tuple>
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

/// A model's file in memory, checked but for its kind and version.
class ModelFile::Mapping {
 public:
  /// Takes over the mapping `memory`; throws std::runtime_error with the reason where it is no model.
  Mapping(void* memory, size_t size) : memory_(memory), size_(size) {
    try {
      check();
    } catch (...) {
      ::munmap(memory_, size_);
      throw;
    }
    // The pages that the sum went through are none of the process's until a text wants them.
    ::madvise(memory_, size_, MADV_DONTNEED);
  }
  ~Mapping() { ::munmap(memory_, size_); }
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;

  const FileHeader& header() const { return header_; }
  std::span<const std::byte> payload() const {
    return {static_cast<const std::byte*>(memory_) + sizeof header_, size_ - sizeof header_};
  }

  /// The mapping of the file behind `path`: one for all who hold it at the same time.
  static std::shared_ptr<const Mapping> of(const std::string& path);

 private:
  void check() {
    std::memcpy(&header_, memory_, sizeof header_);
    if (std::memcmp(header_.magic, kMagic, sizeof kMagic) != 0) throw std::runtime_error("is no model file");
    header_.kind[sizeof header_.kind - 1] = 0;
    if (header_.payload_bytes != size_ - sizeof header_)
      throw std::runtime_error("is cut short or has something behind its end");
    if (XXH3_64bits(payload().data(), payload().size()) != header_.checksum)
      throw std::runtime_error("is damaged: its checksum is wrong");
  }

  void* memory_;
  size_t size_;
  FileHeader header_;
};

std::shared_ptr<const ModelFile::Mapping> ModelFile::Mapping::of(const std::string& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) throw std::runtime_error(std::string("cannot be opened: ") + std::strerror(errno));
  const auto close = [](const int* open) { ::close(*open); };
  const std::unique_ptr<const int, decltype(close)> closed(&fd, close);
  struct stat status {};
  ::fstat(fd, &status);
  // A file that was written anew has another inode or time.
  using Identity = std::tuple<dev_t, ino_t, off_t, time_t, long>;
  const Identity identity{status.st_dev, status.st_ino, status.st_size, status.st_mtim.tv_sec,
                          status.st_mtim.tv_nsec};
  static std::mutex mutex;
  static std::map<Identity, std::weak_ptr<const Mapping>> mappings;
  const std::lock_guard lock(mutex);
  std::weak_ptr<const Mapping>& known = mappings[identity];
  if (std::shared_ptr<const Mapping> shared = known.lock()) return shared;
  const auto size = static_cast<size_t>(status.st_size);
  void* const memory =
      size < sizeof(FileHeader) ? MAP_FAILED : ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, fd, 0);
  if (memory == MAP_FAILED) throw std::runtime_error("is no model file");
  auto mapping = std::make_shared<const Mapping>(memory, size);
  known = mapping;
  std::erase_if(mappings, [](const auto& entry) { return entry.second.expired(); });
  return mapping;
}

ModelFile::ModelFile(const std::string& path, std::string_view kind, uint32_t version) try
    : mapping_(Mapping::of(path)), payload_(mapping_->payload()) {
  const FileHeader& header = mapping_->header();
  if (kind != header.kind)
    throw std::runtime_error(fmt::format("is a model for `{}`, not for `{}`", header.kind, kind));
  if (header.version != version)
    throw std::runtime_error(
        fmt::format("has format version {}; this program reads version {}", header.version, version));
} catch (const std::runtime_error& why) {
  throw std::runtime_error(fmt::format("model {}: {}", path, why.what()));
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
