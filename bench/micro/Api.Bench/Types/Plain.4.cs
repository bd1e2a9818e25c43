// Written by eng/write-bench-types.py.
#nullable enable
#pragma warning disable IDE1006 // names as in JSON
namespace Cybernetes.Api.Bench.Plain;

internal sealed class NodeSelectorTerm
{
    public List<NodeSelectorRequirement>? @matchExpressions { get; set; }
    public List<NodeSelectorRequirement>? @matchFields { get; set; }
}

internal sealed class ImageVolumeStatus
{
    public string? @imageRef { get; set; }
}

internal sealed class SecretProjection
{
    public string? @name { get; set; }
    public List<KeyToPath>? @items { get; set; }
    public bool? @optional { get; set; }
}

internal sealed class DownwardAPIProjection
{
    public List<DownwardAPIVolumeFile>? @items { get; set; }
}

internal sealed class ConfigMapProjection
{
    public string? @name { get; set; }
    public List<KeyToPath>? @items { get; set; }
    public bool? @optional { get; set; }
}

internal sealed class ServiceAccountTokenProjection
{
    public string? @audience { get; set; }
    public long? @expirationSeconds { get; set; }
    public string? @path { get; set; }
}

internal sealed class ClusterTrustBundleProjection
{
    public string? @name { get; set; }
    public string? @signerName { get; set; }
    public LabelSelector? @labelSelector { get; set; }
    public bool? @optional { get; set; }
    public string? @path { get; set; }
}

internal sealed class PodCertificateProjection
{
    public string? @signerName { get; set; }
    public string? @keyType { get; set; }
    public int? @maxExpirationSeconds { get; set; }
    public string? @credentialBundlePath { get; set; }
    public string? @keyPath { get; set; }
    public string? @certificateChainPath { get; set; }
    public Dictionary<string, string>? @userAnnotations { get; set; }
}

internal sealed class PersistentVolumeClaimSpec
{
    public List<string>? @accessModes { get; set; }
    public LabelSelector? @selector { get; set; }
    public VolumeResourceRequirements? @resources { get; set; }
    public string? @volumeName { get; set; }
    public string? @storageClassName { get; set; }
    public string? @volumeMode { get; set; }
    public TypedLocalObjectReference? @dataSource { get; set; }
    public TypedObjectReference? @dataSourceRef { get; set; }
    public string? @volumeAttributesClassName { get; set; }
}

internal sealed class HTTPHeader
{
    public string? @name { get; set; }
    public string? @value { get; set; }
}

internal sealed class NodeSelectorRequirement
{
    public string? @key { get; set; }
    public string? @operator { get; set; }
    public List<string>? @values { get; set; }
}

internal sealed class VolumeResourceRequirements
{
    public Dictionary<string, string>? @limits { get; set; }
    public Dictionary<string, string>? @requests { get; set; }
}

internal sealed class TypedLocalObjectReference
{
    public string? @apiGroup { get; set; }
    public string? @kind { get; set; }
    public string? @name { get; set; }
}

internal sealed class TypedObjectReference
{
    public string? @apiGroup { get; set; }
    public string? @kind { get; set; }
    public string? @name { get; set; }
    public string? @namespace { get; set; }
}
