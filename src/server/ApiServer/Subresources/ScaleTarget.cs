using Cybernetes.Api;
using Cybernetes.Api.AppsV1;
using Cybernetes.Api.AutoscalingV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.Rules;
using Cybernetes.ApiServer.Registry;
using Cybernetes.ApiServer.Resources;

namespace Cybernetes.ApiServer.Subresources;

/// <summary>The scale of a workload: its replicas as an autoscaling/v1 Scale.</summary>
public sealed class ScaleTarget : UpdateTarget
{
    private static readonly KindCodec _codec = Kinds.Find(Scale.Info.Kind)!;

    /// <summary>The only one.</summary>
    public static ScaleTarget Instance { get; } = new();

    /// <inheritdoc/>
    public override string Subresource => "scale";

    /// <inheritdoc/>
    public override bool ShowsWhole => false;

    /// <inheritdoc/>
    public override bool OwnsFieldsBehind => true;

    /// <inheritdoc/>
    public override KindCodec CodecFor(ServedResource resource) => _codec;

    /// <inheritdoc/>
    public override IObject Default(ServedResource resource, IObject sent) => sent;

    /// <inheritdoc/>
    public override IObject Show(ServedResource resource, IObject stored)
    {
        var (wanted, have, selector) = Read(stored);
        var from = stored.Metadata;
        return new Scale
        {
            Metadata = new ObjectMeta
            {
                Name = from.Name,
                Namespace = from.Namespace,
                Uid = from.Uid,
                ResourceVersion = from.ResourceVersion,
                CreationTimestamp = from.CreationTimestamp,
            },
            Spec = new ScaleSpec { Replicas = wanted },
            Status = new ScaleStatus { Replicas = have, Selector = selector },
        };
    }

    /// <inheritdoc/>
    public override IObject Merge(ServedResource resource, IObject sent, IObject stored)
    {
        var scale = (Scale)sent;
        var replicas = scale.Spec.Replicas;
        if (replicas < 0)
        {
            var errors = new ErrorList();
            errors.Invalid(FieldPath.Of("spec", "replicas"), replicas, "must be greater than or equal to 0");
            throw Errors.InvalidStatus.From(Scale.Info.Kind.GroupKind, stored.Metadata.Name, errors);
        }

        IObject scaled = stored switch
        {
            Deployment deployment => deployment with { Spec = deployment.Spec with { Replicas = replicas } },
            ReplicaSet set => set with { Spec = set.Spec with { Replicas = replicas } },
            StatefulSet set => set with { Spec = set.Spec with { Replicas = replicas } },
            ReplicationController controller => controller with { Spec = (controller.Spec ?? ReplicationControllerSpec.Empty) with { Replicas = replicas } },
            _ => throw new InvalidOperationException($"{stored.GroupVersionKind} has no scale"),
        };

        // A scale shows no managed fields of its own: what it carries are those of the object behind it.
        var managed = scale.Metadata.ManagedFields;
        return managed.IsEmpty ? scaled : scaled.WithMetadata(scaled.Metadata with { ManagedFields = managed });
    }

    /// <inheritdoc/>
    public override IObject ForAdmission(ServedResource resource, IObject hub) => hub;

    /// <inheritdoc/>
    public override IObject BeforeUpdate(ServedResource resource, IObject value, IObject old, RequestFacts facts) =>
        WholeTarget.Instance.BeforeUpdate(resource, value, old, facts);

    /// <inheritdoc/>
    public override ErrorList Validate(ServedResource resource, IObject value, IObject old) => WholeTarget.Instance.Validate(resource, value, old);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Warnings(ServedResource resource, IObject value, IObject old) => [];

    private static (int Wanted, int Have, string Selector) Read(IObject stored) => stored switch
    {
        Deployment deployment => (deployment.Spec.Replicas ?? 0, deployment.Status.Replicas, deployment.Spec.Selector.ToSelector().ToString()),
        ReplicaSet set => (set.Spec.Replicas ?? 0, set.Status.Replicas, set.Spec.Selector.ToSelector().ToString()),
        StatefulSet set => (set.Spec.Replicas ?? 0, set.Status.Replicas, set.Spec.Selector.ToSelector().ToString()),
        ReplicationController controller => (controller.Spec?.Replicas ?? 0, controller.Status.Replicas, Selector.FromSet(controller.Spec?.Selector ?? default).ToString()),
        _ => throw new InvalidOperationException($"{stored.GroupVersionKind} has no scale"),
    };
}
