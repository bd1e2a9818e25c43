namespace Cybernetes.ApiServer.Admission;

/// <summary>What is done to an object.</summary>
[Flags]
public enum AdmissionOperation
{
    /// <summary>A new object.</summary>
    Create = 1,

    /// <summary>A change.</summary>
    Update = 2,

    /// <summary>A deletion.</summary>
    Delete = 4,

    /// <summary>A stream (exec, attach, port-forward, proxy).</summary>
    Connect = 8,

    /// <summary>Any of them.</summary>
    All = Create | Update | Delete | Connect,
}
