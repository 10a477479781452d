// The precompiled torch headers need one source file to belong to.
