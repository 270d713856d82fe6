//! The SSDA903 return.
