# LibTorch as the PyTorch wheel holds it, as the imported target LibTorch::LibTorch. PyTorch's own
# find_package(Torch) stops where the wheel is a CUDA build and no CUDA toolkit is installed, which is what most
# users have; linking the wheel's libraries directly needs no toolkit.
#
# Set PROLAP_TORCH_DIR to the wheel's torch folder, or PROLAP_PYTHON to the Python that has it.
# Result: LibTorch_FOUND, LibTorch_VERSION, LibTorch_CUDA (whether it is a CUDA build), LibTorch_LIBRARY_DIR.
set(PROLAP_TORCH_DIR "" CACHE PATH "The torch folder of an installed PyTorch wheel")
if(DEFINED ENV{PROLAP_VENV})
    set(_default_python "$ENV{PROLAP_VENV}/bin/python")
else()
    set(_default_python "${PROJECT_SOURCE_DIR}/build/venv/bin/python")
endif()
set(PROLAP_PYTHON "${_default_python}" CACHE FILEPATH "The Python whose PyTorch wheel is used")

if(NOT PROLAP_TORCH_DIR AND EXISTS "${PROLAP_PYTHON}")
    execute_process(COMMAND "${PROLAP_PYTHON}" -c
        "import importlib.util as u; print(u.find_spec('torch').submodule_search_locations[0])"
        OUTPUT_VARIABLE _torch_dir OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    set(PROLAP_TORCH_DIR "${_torch_dir}" CACHE PATH "" FORCE)
endif()

find_path(LibTorch_INCLUDE_DIR torch/csrc/api/include/torch/torch.h
          HINTS "${PROLAP_TORCH_DIR}/include" NO_DEFAULT_PATH)
set(LibTorch_LIBRARY_DIR "${PROLAP_TORCH_DIR}/lib")
find_library(LibTorch_TORCH torch HINTS "${LibTorch_LIBRARY_DIR}" NO_DEFAULT_PATH)
find_library(LibTorch_CPU torch_cpu HINTS "${LibTorch_LIBRARY_DIR}" NO_DEFAULT_PATH)
find_library(LibTorch_C10 c10 HINTS "${LibTorch_LIBRARY_DIR}" NO_DEFAULT_PATH)
find_library(LibTorch_TORCH_CUDA torch_cuda HINTS "${LibTorch_LIBRARY_DIR}" NO_DEFAULT_PATH)
find_library(LibTorch_C10_CUDA c10_cuda HINTS "${LibTorch_LIBRARY_DIR}" NO_DEFAULT_PATH)

if(LibTorch_INCLUDE_DIR AND EXISTS "${LibTorch_INCLUDE_DIR}/torch/headeronly/version.h")
    set(_version_file "${LibTorch_INCLUDE_DIR}/torch/headeronly/version.h")
elseif(LibTorch_INCLUDE_DIR)
    set(_version_file "${LibTorch_INCLUDE_DIR}/torch/csrc/api/include/torch/version.h")
endif()
if(_version_file AND EXISTS "${_version_file}")
    file(STRINGS "${_version_file}" _lines REGEX "#define TORCH_VERSION_(MAJOR|MINOR|PATCH) ")
    foreach(_part MAJOR MINOR PATCH)
        string(REGEX MATCH "TORCH_VERSION_${_part} ([0-9]+)" _ "${_lines}")
        set(_v_${_part} ${CMAKE_MATCH_1})
    endforeach()
    set(LibTorch_VERSION "${_v_MAJOR}.${_v_MINOR}.${_v_PATCH}")
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(LibTorch
    REQUIRED_VARS LibTorch_TORCH LibTorch_CPU LibTorch_C10 LibTorch_INCLUDE_DIR
    VERSION_VAR LibTorch_VERSION
    REASON_FAILURE_MESSAGE "Run packaging/run.sh or packaging/test.sh, which install the PyTorch wheel, or set PROLAP_TORCH_DIR.")

if(LibTorch_FOUND AND NOT TARGET LibTorch::LibTorch)
    set(LibTorch_CUDA OFF)
    set(_libraries "${LibTorch_TORCH}" "${LibTorch_CPU}" "${LibTorch_C10}")
    if(LibTorch_TORCH_CUDA AND LibTorch_C10_CUDA)
        set(LibTorch_CUDA ON)
        # libtorch_cuda registers its kernels when it is loaded and exports no symbol that we call.
        list(APPEND _libraries "-Wl,--no-as-needed" "${LibTorch_TORCH_CUDA}" "${LibTorch_C10_CUDA}" "-Wl,--as-needed")
    endif()
    add_library(LibTorch::LibTorch INTERFACE IMPORTED)
    target_include_directories(LibTorch::LibTorch SYSTEM INTERFACE
        "${LibTorch_INCLUDE_DIR}" "${LibTorch_INCLUDE_DIR}/torch/csrc/api/include")
    # The include folder brings a newer fmt than the system's library: its headers must carry their own code. Here and
    # not at each user, so that the precompiled headers are made with it too; GCC rejects them otherwise.
    target_compile_definitions(LibTorch::LibTorch INTERFACE FMT_HEADER_ONLY)
    target_link_libraries(LibTorch::LibTorch INTERFACE ${_libraries})
    target_link_options(LibTorch::LibTorch INTERFACE "-Wl,-rpath,${LibTorch_LIBRARY_DIR}")
endif()
