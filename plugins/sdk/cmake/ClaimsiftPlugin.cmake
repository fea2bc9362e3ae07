# SPDX-License-Identifier: Apache-2.0
# claimsift_add_plugin(NAME sources...): a shared library libNAME.so that exports `claimsift_plugin` and nothing else.
# Works inside claimsift's tree and after find_package(claimsift).
set(CLAIMSIFT_PLUGIN_MAP ${CMAKE_CURRENT_LIST_DIR}/plugin.map)

function(claimsift_add_plugin name)
  add_library(${name} MODULE ${ARGN})
  target_link_libraries(${name} PRIVATE claimsift::sdk)
  set_target_properties(${name} PROPERTIES C_VISIBILITY_PRESET hidden CXX_VISIBILITY_PRESET hidden
                        VISIBILITY_INLINES_HIDDEN ON)
  # -z defs: a missing symbol is an error here and not when the plugin is loaded. A sanitizer's runtime is in the program.
  if(NOT CLAIMSIFT_SANITIZE)
    target_link_options(${name} PRIVATE -Wl,-z,defs)
  endif()
  target_link_options(${name} PRIVATE -Wl,--version-script=${CLAIMSIFT_PLUGIN_MAP})
  set_property(TARGET ${name} APPEND PROPERTY LINK_DEPENDS ${CLAIMSIFT_PLUGIN_MAP})
endfunction()
