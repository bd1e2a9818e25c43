using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Admission.Plugins;

/// <summary>Copies the node's zone and region labels onto pods when they are bound (KEP-4742).</summary>
public sealed class PodTopologyLabels(IClusterView cluster) : IAdmissionPlugin
{
    /// <inheritdoc/>
    public string Name => "PodTopologyLabels";

    /// <inheritdoc/>
    public AdmissionOperation Operations => AdmissionOperation.Create;

    /// <inheritdoc/>
    public ValueTask<Status?> MutateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        switch (attributes.Object)
        {
            case Binding { Target.Kind: "Node" or "" } binding when attributes.IsFor("pods", "binding") || attributes.IsFor("bindings"):
                if (TopologyOf(binding.Target.Name) is { IsEmpty: false } forBinding)
                {
                    attributes.Object = binding with { Metadata = binding.Metadata with { Labels = binding.Metadata.Labels.Overlay(forBinding) } };
                }
                break;
            case Pod { Spec.NodeName.Length: > 0 } pod when attributes.IsFor("pods"):
                if (TopologyOf(pod.Spec.NodeName) is { IsEmpty: false } forPod)
                {
                    attributes.Object = pod with { Metadata = pod.Metadata with { Labels = pod.Metadata.Labels.Overlay(forPod) } };
                }
                break;
        }
        return default;
    }

    private ValueMap<string> TopologyOf(string node)
    {
        var labels = cluster.Get<Node>("", node)?.Metadata.Labels ?? default;
        ValueMap<string> copied = default;
        foreach (var key in (string[])["topology.kubernetes.io/zone", "topology.kubernetes.io/region"])
        {
            copied = labels.TryGetValue(key, out var value) ? copied.With(key, value) : copied;
        }
        return copied;
    }
}
