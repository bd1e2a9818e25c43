namespace Cybernetes.ApiServer.Admission.PodSecurity;

/// <summary>The three levels of the Pod Security Standards, from free to strict.</summary>
public enum PodSecurityLevel
{
    /// <summary>Everything.</summary>
    Privileged,

    /// <summary>No known privilege escalations.</summary>
    Baseline,

    /// <summary>Hardened.</summary>
    Restricted,
}
