namespace Cybernetes.Pki;

/// <summary>What a leaf certificate is for (extended key usage).</summary>
[Flags]
public enum KeyPurpose
{
    /// <summary>No extended usage.</summary>
    None = 0,

    /// <summary>TLS server.</summary>
    Server = 1,

    /// <summary>TLS client.</summary>
    Client = 2,
}
