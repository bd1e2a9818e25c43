using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Admission.Plugins;

/// <summary>Keeps a namespace's pods on nodes with its labels (annotation <c>scheduler.alpha.kubernetes.io/node-selector</c>).</summary>
public sealed class PodNodeSelector(IClusterView cluster, IReadOnlyDictionary<string, string>? configured = null) : IAdmissionPlugin
{
    private const string Annotation = "scheduler.alpha.kubernetes.io/node-selector";

    /// <inheritdoc/>
    public string Name => "PodNodeSelector";

    /// <inheritdoc/>
    public AdmissionOperation Operations => AdmissionOperation.Create;

    /// <inheritdoc/>
    public ValueTask<Status?> MutateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        if (!attributes.IsFor("pods") || attributes.Object is not Pod pod)
        {
            return default;
        }
        var ns = cluster.Get<Namespace>("", attributes.Namespace);
        var text = ns is not null && ns.Metadata.Annotations.TryGetValue(Annotation, out var own) ? own : configured?.GetValueOrDefault("clusterDefaultNodeSelector") ?? "";
        var wanted = Parse(text);
        foreach (var (key, value) in wanted)
        {
            if (pod.Spec.NodeSelector.TryGetValue(key, out var other) && other != value)
            {
                return ValueTask.FromResult<Status?>(Refusal.Forbidden(attributes, "pod node label selector conflicts with its namespace node label selector"));
            }
        }
        var merged = pod.Spec.NodeSelector.Overlay(wanted);
        if (configured?.GetValueOrDefault(attributes.Namespace) is { } whitelist && Parse(whitelist) is { } allowed &&
            merged.Any(e => allowed.TryGetValue(e.Key, out var value) ? value != e.Value : allowed.Count > 0))
        {
            return ValueTask.FromResult<Status?>(Refusal.Forbidden(attributes, "pod node label selector labels conflict with its namespace whitelist"));
        }
        attributes.Object = pod with { Spec = pod.Spec with { NodeSelector = merged } };
        return default;
    }

    private static ValueMap<string> Parse(string text) => ValueMap.From(text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(pair => pair.Split('=', 2)).Where(p => p.Length == 2).Select(p => KeyValuePair.Create(p[0].Trim(), p[1].Trim())));
}
