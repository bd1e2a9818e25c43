using Cybernetes.Api;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Authorization;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Admission.Plugins;

/// <summary>Gives containers a namespace's default requests and limits, and holds pods and claims to its limits.</summary>
public sealed class LimitRanger(IClusterView cluster) : IAdmissionPlugin
{
    private const string Annotation = "kubernetes.io/limit-ranger";

    /// <inheritdoc/>
    public string Name => "LimitRanger";

    /// <inheritdoc/>
    public AdmissionOperation Operations => AdmissionOperation.Create | AdmissionOperation.Update;

    /// <inheritdoc/>
    public ValueTask<Status?> MutateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        if (attributes.Operation == AdmissionOperation.Create && attributes.IsFor("pods") && attributes.Object is Pod pod)
        {
            foreach (var range in Ranges(attributes))
            {
                pod = WithDefaults(pod, range);
            }
            attributes.Object = pod;
        }
        return default;
    }

    /// <inheritdoc/>
    public ValueTask<Status?> ValidateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        if (attributes.OldObject is IObject { Metadata.DeletionTimestamp: not null })
        {
            return default;
        }
        var isPod = attributes.Operation == AdmissionOperation.Create ? attributes.IsFor("pods") : attributes.IsFor("pods", "resize");
        if (!isPod && !attributes.IsFor("persistentvolumeclaims"))
        {
            return default;
        }
        foreach (var range in Ranges(attributes))
        {
            var errors = attributes.Object switch
            {
                Pod pod => LimitRangeCheck.Pod(range, pod.Spec),
                PersistentVolumeClaim claim => LimitRangeCheck.Claim(range, claim),
                _ => [],
            };
            if (errors.Count > 0)
            {
                return ValueTask.FromResult<Status?>(Refusal.Forbidden(attributes, AggregateErrors.Join(errors)));
            }
        }
        return default;
    }

    private IReadOnlyCollection<LimitRange> Ranges(AdmissionAttributes attributes) => cluster.List<LimitRange>(attributes.Namespace);

    private static Pod WithDefaults(Pod pod, LimitRange range)
    {
        ValueMap<Quantity> requests = default, limits = default;
        foreach (var limit in range.Spec.Limits.Where(l => l.Type == "Container"))
        {
            requests = requests.Overlay(limit.DefaultRequest);
            limits = limits.Overlay(limit.Default);
        }
        var notes = new List<string>();
        var containers = pod.Spec.Containers.Update(c => Merge(c, "container"));
        var initContainers = pod.Spec.InitContainers.Update(c => Merge(c, "init container"));
        if (notes.Count == 0)
        {
            return pod;
        }
        return pod with
        {
            Metadata = pod.Metadata with { Annotations = pod.Metadata.Annotations.With(Annotation, "LimitRanger plugin set: " + string.Join("; ", notes)) },
            Spec = pod.Spec with { Containers = containers, InitContainers = initContainers },
        };

        Container Merge(Container container, string kind)
        {
            string[] newRequests = [.. requests.Keys.Where(k => !container.Resources.Requests.ContainsKey(k))];
            string[] newLimits = [.. limits.Keys.Where(k => !container.Resources.Limits.ContainsKey(k))];
            Note(newRequests, "request");
            Note(newLimits, "limit");
            return newRequests.Length + newLimits.Length == 0 ? container : container with
            {
                Resources = container.Resources with
                {
                    Requests = requests.Overlay(container.Resources.Requests),
                    Limits = limits.Overlay(container.Resources.Limits),
                },
            };

            void Note(string[] names, string what)
            {
                if (names.Length > 0)
                {
                    notes.Add($"{string.Join(", ", names)} {what} for {kind} {container.Name}");
                }
            }
        }
    }
}
