# Formula renderer and highlighter, made by others: copied into the build tree, never committed. The
# program builds and runs without either; formulas are then shown as TeX, code without colours.
option(LECTERN_FETCH_HIGHLIGHTER "Fetch highlight.js with npm when the page resources are configured" ON)

set(LECTERN_PAGE_ASSETS_DIR ${CMAKE_CURRENT_BINARY_DIR}/page_assets)
set(LECTERN_PAGE_ASSETS "")

# KaTeX comes from Debian: libjs-katex and fonts-katex. All its files lie in one folder, because
# lectern://app/page/ has no folders.
set(katex /usr/share/javascript/katex)
if(EXISTS ${katex}/katex.min.js)
  file(MAKE_DIRECTORY ${LECTERN_PAGE_ASSETS_DIR})
  file(GLOB fonts /usr/share/fonts/truetype/katex/*.woff2)
  foreach(file ${katex}/katex.min.js ${fonts})
    configure_file(${file} ${LECTERN_PAGE_ASSETS_DIR} COPYONLY)
    get_filename_component(name ${file} NAME)
    list(APPEND LECTERN_PAGE_ASSETS ${LECTERN_PAGE_ASSETS_DIR}/${name})
  endforeach()
  file(READ ${katex}/katex.min.css style)
  # see pageResource() in ui/reading/web/reader_urls.h
  string(REPLACE "fonts/" "lectern://library//page/" style "${style}")
  file(CONFIGURE OUTPUT ${LECTERN_PAGE_ASSETS_DIR}/katex.min.css CONTENT "${style}" @ONLY)
  list(APPEND LECTERN_PAGE_ASSETS ${LECTERN_PAGE_ASSETS_DIR}/katex.min.css)
else()
  message(STATUS "KaTeX not found (libjs-katex): formulas will be shown as TeX")
endif()

# highlight.js comes from npm, as page_assets.lock says: package, version, SHA-512 of its archive.
file(STRINGS page_assets.lock locked REGEX "^[^#]")
list(GET locked 0 package)
list(GET locked 1 version)
list(GET locked 2 checksum)
set(highlighter ${LECTERN_PAGE_ASSETS_DIR}/highlight.min.js)
set(download ${CMAKE_CURRENT_BINARY_DIR}/download)
find_program(NPM npm)
if(NOT EXISTS ${highlighter} AND NPM AND LECTERN_FETCH_HIGHLIGHTER)
  file(MAKE_DIRECTORY ${download})
  execute_process(
    COMMAND ${NPM} pack ${package}@${version} --silent
    WORKING_DIRECTORY ${download} OUTPUT_VARIABLE archive OUTPUT_STRIP_TRAILING_WHITESPACE
    ERROR_QUIET TIMEOUT 60 RESULT_VARIABLE failed)
  if(NOT failed AND EXISTS ${download}/${archive})
    file(SHA512 ${download}/${archive} found)
    if(found STREQUAL checksum)
      file(ARCHIVE_EXTRACT INPUT ${download}/${archive} DESTINATION ${download}
        PATTERNS package/highlight.min.js)
      configure_file(${download}/package/highlight.min.js ${highlighter} COPYONLY)
    else()
      message(WARNING "${package} is not what page_assets.lock names; code stays without colours")
    endif()
  endif()
endif()
if(EXISTS ${highlighter})
  list(APPEND LECTERN_PAGE_ASSETS ${highlighter})
else()
  message(STATUS "highlight.js not fetched: code will be shown without colours")
endif()
