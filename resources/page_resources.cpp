// A library needs one source; what counts is the resource file that CMake attaches to it.
namespace lectern {

const char *const kPageResourcesPrefix = ":/page/";

} // namespace lectern
