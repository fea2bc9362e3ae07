// SPDX-License-Identifier: Apache-2.0
#include "cli/plugin_templates.hpp"

namespace claimsift::cli {

namespace {

constexpr const char* kCmakeHead = R"(cmake_minimum_required(VERSION 3.22)
project(@name@ VERSION 0.1.0 LANGUAGES C CXX)

find_package(claimsift @version@ REQUIRED)
find_package(GTest REQUIRED)

)";

constexpr const char* kCmakeCxx = R"(claimsift_add_plugin(@name@ @name@.cpp)
)";
constexpr const char* kCmakeC = R"(claimsift_add_plugin(@name@ @name@.c)
)";
constexpr const char* kCmakeTail = R"(
enable_testing()
add_executable(@name@_test @name@_test.cpp)
target_link_libraries(@name@_test PRIVATE claimsift::sdk GTest::gtest_main ${CMAKE_DL_LIBS})
target_compile_definitions(@name@_test PRIVATE PLUGIN="$<TARGET_FILE:@name@>")
add_dependencies(@name@_test @name@)
add_test(NAME @name@_test COMMAND @name@_test)
add_test(NAME @name@_runs COMMAND ${CLAIMSIFT_PROGRAM} run ${CMAKE_SOURCE_DIR}/@name@.yaml --overwrite)
set_tests_properties(@name@_runs PROPERTIES ENVIRONMENT "PLUGIN=$<TARGET_FILE:@name@>" WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
)";

constexpr const char* kStageCxx = R"(// @name@ - marks words from a list. Change it into what you need.
#include <claimsift/layers.hpp>
#include <claimsift/stage.hpp>

#include <algorithm>

using namespace claimsift;

using @Name@Rows = Layer<"@name@", Doc<"One span for each word of the list.">,
                         Column<"word", String, "The word in lower case.">>;

class @Name@ : public Stage<Reads<layers::Tokens>, Writes<@Name@Rows>> {
 public:
  static constexpr Info info{"@name@", "Marks words from a list."};
  static constexpr cs_option options[] = {option::strings("words", "[million, billion]", "The words, in lower case.")};

  explicit @Name@(const Setup& setup) : words_(setup.strings("words")) {}

  void process(Document& doc) const {
    for (const cs_span token : doc.read<layers::Tokens>().spans()) {
      std::string word(doc.text(token));
      for (char& c : word) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      if (std::find(words_.begin(), words_.end(), word) != words_.end()) doc.add<@Name@Rows>(token).set<"word">(word);
    }
  }

 private:
  std::vector<std::string> words_;
};

CLAIMSIFT_PLUGIN("@name@", "0.1.0", "Apache-2.0", @Name@);
)";

constexpr const char* kStageC =
    R"(/* @name@ - marks numbers written in digits. Change it into what you need. */
#include <claimsift/plugin.h>
#include <stdlib.h>

static const cs_option options[] = {{"shortest", CS_INT, "3", "Digits in the shortest number.", 1, 100, NULL}, {0}};
static const cs_layer reads[] = {{0}};
static const cs_column columns[] = {{"digits", CS_INT, "How many digits the number has.", NULL, NULL}, {0}};
static const cs_layer writes[] = {{"@name@", columns, "One span for each number.", 0, NULL}, {0}};

struct @name@ {
  const cs_host *host;
  uint32_t shortest;
};

static cs_status create(const cs_host *host, const cs_setup *setup, void **self) {
  struct @name@ *s = malloc(sizeof *s);
  if (!s) return host->fail_setup(setup, NULL, "out of memory");
  s->host = host;
  s->shortest = (uint32_t)host->option_int(setup, "shortest");
  *self = s;
  return CS_OK;
}

static cs_status process(void *self, cs_document *doc) {
  const struct @name@ *s = self;
  const cs_str text = s->host->text(doc);
  uint32_t begin = 0;
  for (uint32_t i = 0; i <= text.size; ++i) {
    if (i < text.size && text.data[i] >= '0' && text.data[i] <= '9') continue;
    if (i - begin >= s->shortest) {
      const cs_span number = {begin, i};
      s->host->set_int(doc, 0, s->host->add(doc, 0, number), 0, i - begin);
    }
    begin = i + 1;
  }
  return CS_OK;
}

static void destroy(void *self) { free(self); }

static const cs_stage stage = {.size = sizeof(cs_stage), .kind = CS_ANNOTATOR, .name = "@name@",
                               .summary = "Marks numbers written in digits.", .options = options, .reads = reads,
                               .writes = writes, .create = create, .process = process, .destroy = destroy};
static const cs_stage *const stages[] = {&stage, NULL};
CS_PLUGIN("@name@", "0.1.0", "Apache-2.0", stages);
)";

constexpr const char* kTestHead = R"(// Tests of @name@ through its shared library, without claimsift itself.
#include <claimsift/layers.hpp>
#include <claimsift/test_host.hpp>
#include <dlfcn.h>
#include <gtest/gtest.h>

using namespace claimsift;

static const cs_stage& stage() {
  void* library = dlopen(PLUGIN, RTLD_NOW | RTLD_LOCAL);
  if (!library) throw std::runtime_error(dlerror());
  return **static_cast<const cs_plugin*>(dlsym(library, "claimsift_plugin"))->stages;
}

)";
constexpr const char* kTestCxx = R"(using Rows@Name@ = Layer<"@name@", Column<"word", String>>;

TEST(@Name@, MarksWordsOfTheList) {
  TestDocument doc("It cost two Million crowns.");
  for (cs_span token : {cs_span{0, 2}, {3, 7}, {8, 11}, {12, 19}, {20, 26}, {26, 27}}) doc.add<layers::Tokens>(token);
  const TestResult result = run_stage(stage(), doc);
  ASSERT_EQ(result.status, CS_OK) << result.message;
  const auto rows = doc.layer<Rows@Name@>();
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows.get<"word">(0), "million");
  EXPECT_EQ(doc.text(rows.span(0)), "Million");
}
)";
constexpr const char* kTestC = R"(using Rows@Name@ = Layer<"@name@", Column<"digits", Int>>;

TEST(@Name@, MarksLongNumbers) {
  TestDocument doc("Room 12 cost 4500 crowns.");
  const TestResult result = run_stage(stage(), doc, {{"shortest", "3"}});
  ASSERT_EQ(result.status, CS_OK) << result.message;
  const auto rows = doc.layer<Rows@Name@>();
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows.get<"digits">(0), 4);
  EXPECT_EQ(doc.text(rows.span(0)), "4500");
}
)";

constexpr const char* kYamlHead =
    R"(# Runs @name@ over the sample text beside this file. PLUGIN is the built library.
claimsift: 1
input: {use: read_text, paths: [sample.txt]}
plugins: ["${PLUGIN:-build/lib@name@.so}"]
stages:
)";
constexpr const char* kYamlTail = R"(  @name@:
  found: {use: write_jsonl, path: build/@name@.jsonl, layer: @name@}
)";

constexpr const char* kSample =
    R"(The bridge cost 1250 million crowns, the mayor said. That is two million more than planned.
)";

}  // namespace

std::vector<PluginTemplate> plugin_templates(bool in_c) {
  const std::string cmake = kCmakeHead, test = kTestHead, yaml = kYamlHead;
  return {{"CMakeLists.txt", cmake + (in_c ? kCmakeC : kCmakeCxx) + kCmakeTail},
          {in_c ? "@name@.c" : "@name@.cpp", in_c ? kStageC : kStageCxx},
          {"@name@_test.cpp", test + (in_c ? kTestC : kTestCxx)},
          {"@name@.yaml", yaml + (in_c ? "" : "  sentences:\n  tokens:\n") + kYamlTail},
          {"sample.txt", kSample}};
}

}  // namespace claimsift::cli
