namespace Cybernetes.Api.Machinery;

/// <summary>What kind of fault a patch has.</summary>
public enum PatchFault : byte
{
    /// <summary>The patch itself cannot be read: 400.</summary>
    Malformed,

    /// <summary>The patch does not fit the object: 422.</summary>
    Unprocessable,

    /// <summary>The patch asks for too much: 413.</summary>
    TooLarge,

    /// <summary>A fault for which upstream blames itself: 500.</summary>
    Internal,
}

/// <summary>A patch that cannot be applied; the message is upstream's where upstream shows one.</summary>
public sealed class PatchException(PatchFault fault, string message) : Exception(message)
{
    /// <summary>What kind of fault it is.</summary>
    public PatchFault Fault { get; } = fault;
}
