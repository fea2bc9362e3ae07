# SPDX-License-Identifier: Apache-2.0
# How claimsift's own targets are compiled: one place for flags and precompiled headers.

# The flags of our own code. -ffp-contract=off: the same bytes on every machine.
function(claimsift_flags target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -ffp-contract=off
                         $<$<BOOL:${CLAIMSIFT_WERROR}>:-Werror>)
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)  # all are full of false alarms about std::string in g++ 12
    target_compile_options(${target} PRIVATE $<$<COMPILE_LANGUAGE:CXX>:-Wno-restrict -Wno-maybe-uninitialized
                                             -Wno-array-bounds -Wno-stringop-overflow>)
  endif()
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR})
  if(CLAIMSIFT_SANITIZE)
    target_compile_options(${target} PUBLIC -fsanitize=${CLAIMSIFT_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(${target} PUBLIC -fsanitize=${CLAIMSIFT_SANITIZE})
  endif()
endfunction()

# Headers that most files include are compiled once for the code and once for the tests; targets whose flags are the
# same reuse them. The build is the same without (CLAIMSIFT_PCH=OFF).
function(claimsift_precompile target kind)
  if(NOT CLAIMSIFT_PCH)
    return()
  endif()
  if(NOT TARGET claimsift_pch_${kind})
    file(WRITE ${PROJECT_BINARY_DIR}/pch_${kind}.cpp "int main() {}\n")
    if(kind STREQUAL tests)  # programs and libraries differ in a flag
      add_executable(claimsift_pch_${kind} ${PROJECT_BINARY_DIR}/pch_${kind}.cpp)
    else()
      add_library(claimsift_pch_${kind} OBJECT ${PROJECT_BINARY_DIR}/pch_${kind}.cpp)
    endif()
    target_link_libraries(claimsift_pch_${kind} PRIVATE claimsift_sdk fmt::fmt)
    set(headers <algorithm> <map> <memory> <string> <string_view> <vector> <fmt/format.h>)
    if(kind STREQUAL tests)
      target_link_libraries(claimsift_pch_tests PRIVATE GTest::gmock)
      list(APPEND headers <filesystem> <fstream> <gmock/gmock.h> <gtest/gtest.h>)
    endif()
    target_precompile_headers(claimsift_pch_${kind} PRIVATE ${headers})
    claimsift_flags(claimsift_pch_${kind})
  endif()
  target_precompile_headers(${target} REUSE_FROM claimsift_pch_${kind})
  if(CCACHE AND CMAKE_CXX_COMPILER_ID STREQUAL GNU)  # without it ccache cannot cache what uses a precompiled header
    target_compile_options(${target} PRIVATE $<$<COMPILE_LANGUAGE:CXX>:-fpch-preprocess>)
  endif()
endfunction()

# claimsift_stages(NAME sources...): the stages of one capability folder, collected into the library `claimsift_stages`.
function(claimsift_stages name)
  add_library(claimsift_stages_${name} OBJECT ${ARGN})
  target_link_libraries(claimsift_stages_${name} PUBLIC claimsift_sdk PRIVATE fmt::fmt)
  claimsift_flags(claimsift_stages_${name})
  claimsift_precompile(claimsift_stages_${name} code)
  set_property(GLOBAL APPEND PROPERTY CLAIMSIFT_STAGES claimsift_stages_${name})
endfunction()

# claimsift_test(NAME LIBRARIES... SOURCES sources...): one GoogleTest program, its cases found by CTest.
function(claimsift_test name)
  cmake_parse_arguments(arg "" "" "SOURCES;LIBRARIES;LABELS" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE ${arg_LIBRARIES} claimsift_sdk GTest::gmock GTest::gtest_main fmt::fmt)
  target_compile_definitions(${name} PRIVATE CLAIMSIFT_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
                             CLAIMSIFT_BINARY_DIR="${PROJECT_BINARY_DIR}")
  claimsift_flags(${name})
  claimsift_precompile(${name} tests)
  if("threads" IN_LIST arg_LABELS)
    set_property(GLOBAL APPEND PROPERTY CLAIMSIFT_THREADS_TESTS ${name})
  endif()
  gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60
                       PROPERTIES LABELS "${arg_LABELS}" TIMEOUT 300)
endfunction()
