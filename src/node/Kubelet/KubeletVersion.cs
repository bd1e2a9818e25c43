namespace Cybernetes.Kubelet;

/// <summary>The version the kubelet reports.</summary>
public static class KubeletVersion
{
    /// <summary>The full version, as nodes show it.</summary>
    public const string Full = Base.ProductVersion.GitVersion;

    /// <summary>Major and minor, as user agents show it.</summary>
    public const string MajorMinor = "1.36";
}
