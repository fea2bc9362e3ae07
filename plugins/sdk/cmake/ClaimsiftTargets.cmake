# SPDX-License-Identifier: Apache-2.0
# How claimsift's own targets are compiled: one place for flags and precompiled headers.

# The flags of our own code. -ffp-contract=off: the same bytes on every machine.
function(claimsift_flags target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -ffp-contract=off
                         $<$<BOOL:${CLAIMSIFT_WERROR}>:-Werror>)
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)  # both are full of false alarms about std::string in g++ 12
    target_compile_options(${target} PRIVATE $<$<COMPILE_LANGUAGE:CXX>:-Wno-restrict -Wno-maybe-uninitialized>)
  endif()
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR})
  if(CLAIMSIFT_SANITIZE)
    target_compile_options(${target} PUBLIC -fsanitize=${CLAIMSIFT_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(${target} PUBLIC -fsanitize=${CLAIMSIFT_SANITIZE})
  endif()
endfunction()

# claimsift_stages(NAME sources...): the stages of one capability folder, collected into the library `claimsift_stages`.
function(claimsift_stages name)
  add_library(claimsift_stages_${name} OBJECT ${ARGN})
  target_link_libraries(claimsift_stages_${name} PUBLIC claimsift_sdk PRIVATE fmt::fmt)
  claimsift_flags(claimsift_stages_${name})
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
  gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60
                       PROPERTIES LABELS "${arg_LABELS}" TIMEOUT 300)
endfunction()
