// SPDX-License-Identifier: Apache-2.0
// diagnostic.hpp - the one form in which a problem reaches the user: severity, place, message and cure.
// Problems are collected so that all of them are reported at once; printing is apart from collecting.
// Nothing here is shared between threads; a collector belongs to the thread that fills it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace claimsift {

enum class Severity : uint8_t { error, warning, note };

/// Where something stands: 1-based line and column (in code points), 0 where there is none.
struct Place {
  std::string file;  // a path, or what stands for one: "--set stages.claims.path"
  uint32_t line = 0;
  uint32_t column = 0;

  bool operator==(const Place&) const = default;
};

/// "news.yaml:22:3", without the parts that are not known.
std::string to_string(const Place& place);

/// How `other` is called in a message about `here`: "line 25", or "base.yaml:25" in another file.
std::string seen_from(const Place& here, const Place& other);

/// One problem, as the user reads it.
struct Diagnostic {
  Severity severity = Severity::error;
  Place place;
  std::string message;          // lower case, no full stop, the user's words in backquotes
  std::string hint;             // one cure, or empty
  std::optional<Place> also{};  // the other place the message speaks of; for editors, never printed as text
};

/// Collects problems and keeps them all.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic);
  void error(Place place, std::string message, std::string hint = {});
  void warning(Place place, std::string message, std::string hint = {});
  void append(const Diagnostics& other);

  bool empty() const { return all_.empty(); }
  bool has_errors() const { return errors_ > 0; }
  size_t errors() const { return errors_; }
  const std::vector<Diagnostic>& all() const& { return all_; }
  void all() const&& = delete;  // its vector would be gone

  /// By file, line and column; equal places stay in the order in which they were added.
  std::vector<Diagnostic> sorted() const;

 private:
  std::vector<Diagnostic> all_;
  size_t errors_ = 0;
};

/// Carries one problem out of a deep call, as far as the border of the stage or of the command line.
class Failure : public std::exception {
 public:
  explicit Failure(Diagnostic diagnostic) : diagnostic_(std::move(diagnostic)) {}
  Failure(Place place, std::string message, std::string hint = {})
      : diagnostic_{Severity::error, std::move(place), std::move(message), std::move(hint)} {}

  const Diagnostic& diagnostic() const { return diagnostic_; }
  const char* what() const noexcept override { return diagnostic_.message.c_str(); }

 private:
  Diagnostic diagnostic_;
};

/// How problems are printed: for people without or with colours, or one JSON object a line for editors.
enum class ReportStyle : uint8_t { plain, coloured, json };

/// Gives the source line of a place, if there is one to show.
using SourceLine = std::function<std::optional<std::string>(const Place&)>;

/// Reads the line from the file that the place names.
std::optional<std::string> source_line_of_file(const Place& place);

/// The text of one problem, ended by a newline.
std::string render(const Diagnostic& diagnostic, ReportStyle style,
                   const SourceLine& source = source_line_of_file);

/// The text of all problems, sorted.
std::string render(const Diagnostics& diagnostics, ReportStyle style,
                   const SourceLine& source = source_line_of_file);

}  // namespace claimsift
