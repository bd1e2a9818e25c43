namespace Cybernetes.Kubelet.Containers;

/// <summary>Where a container stands, as the runtime reports it.</summary>
public enum RunState
{
    /// <summary>Created, not yet started.</summary>
    Created,

    /// <summary>Its program runs.</summary>
    Running,

    /// <summary>Its program has ended.</summary>
    Exited,

    /// <summary>The runtime cannot tell.</summary>
    Unknown,
}
