# Warnings, sanitizers, ccache and mold, in one interface target that every target of ours links.
add_library(prolap_compiler INTERFACE)
add_library(prolap::compiler ALIAS prolap_compiler)
target_include_directories(prolap_compiler INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_features(prolap_compiler INTERFACE cxx_std_20)
target_compile_options(prolap_compiler INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor)

if(PROLAP_SANITIZE)
    list(JOIN PROLAP_SANITIZE "," _sanitizers)
    target_compile_options(prolap_compiler INTERFACE -fsanitize=${_sanitizers} -fno-omit-frame-pointer
                           -fno-sanitize-recover=all)
    target_link_options(prolap_compiler INTERFACE -fsanitize=${_sanitizers})
endif()

find_program(PROLAP_CCACHE ccache)
if(PROLAP_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # The sloppiness lets ccache serve files that use a precompiled header.
    set(_launcher ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime CCACHE_MAXSIZE=5G
        ${PROLAP_CCACHE})
    set(CMAKE_C_COMPILER_LAUNCHER ${_launcher})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${_launcher})
endif()

find_program(PROLAP_MOLD mold)
if(PROLAP_MOLD)
    target_link_options(prolap_compiler INTERFACE -fuse-ld=mold)
endif()

# prolap_add_library(core audio SOURCES ... PUBLIC ... PRIVATE ...): the static library prolap_core_audio of one
# folder, with the alias prolap::core_audio.
function(prolap_add_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(prolap_${name} STATIC ${ARG_SOURCES})
    add_library(prolap::${name} ALIAS prolap_${name})
    target_link_libraries(prolap_${name} PUBLIC prolap::compiler ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
endfunction()

# prolap_add_torch_library(core_model SOURCES ...): the same for a folder that uses torch, with the precompiled torch
# headers (25 s a file without them).
function(prolap_add_torch_library name)
    prolap_add_library(${name} ${ARGN})
    target_link_libraries(prolap_${name} PUBLIC LibTorch::LibTorch)
    target_precompile_headers(prolap_${name} REUSE_FROM prolap_torch_headers)
endfunction()
