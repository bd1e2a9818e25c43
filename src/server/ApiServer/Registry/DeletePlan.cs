using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.ApiServer.Registry;

/// <summary>What a deletion does to an object.</summary>
public enum DeletePlanKind
{
    /// <summary>It is being deleted already, and this request changes nothing.</summary>
    AlreadyGoing,

    /// <summary>It is taken out of the store.</summary>
    Now,

    /// <summary>It is marked and stays until it has ended or its finalizers are gone.</summary>
    Mark,

    /// <summary>It is marked, so that watchers see it, and then taken out.</summary>
    MarkAndRemove,
}

/// <summary>The decision of a deletion, apart from its doing: upstream's <c>BeforeDelete</c> and its handling of finalizers as one function.</summary>
public sealed record DeletePlan(DeletePlanKind Kind, IObject? Marked = null)
{
    private const string Orphan = "orphan";
    private const string Foreground = "foregroundDeletion";

    /// <summary>The common way.</summary>
    public static DeletePlan Make(DeletePolicy policy, IObject value, DeleteOptions options, DateTimeOffset now)
    {
        var metadata = value.Metadata;
        var graceful = false;
        if (policy.IsGraceful)
        {
            if (metadata.DeletionTimestamp is { } going)
            {
                if (metadata.DeletionGracePeriodSeconds is > 0 and { } given)
                {
                    if (options.GracePeriodSeconds is not { } asked || asked >= given)
                    {
                        return new(DeletePlanKind.AlreadyGoing);
                    }

                    metadata = metadata with
                    {
                        DeletionTimestamp = going.Moment.AddSeconds(asked - given),
                        DeletionGracePeriodSeconds = asked,
                    };
                    graceful = true;
                }
            }
            else
            {
                var period = policy.GracePeriod(value, options);
                metadata = metadata with
                {
                    DeletionTimestamp = now.AddSeconds(period),
                    DeletionGracePeriodSeconds = period,
                    Generation = metadata.Generation > 0 ? metadata.Generation + 1 : 0,
                };
                graceful = true;
            }
        }

        var finalizers = Finalizers(policy, metadata, options);
        metadata = metadata with { Finalizers = finalizers };
        var waits = !finalizers.IsEmpty;
        if (!graceful)
        {
            if (!waits)
            {
                return new(DeletePlanKind.Now);
            }

            metadata = MarkNow(metadata, now);
            return metadata == value.Metadata ? new(DeletePlanKind.AlreadyGoing) : new(DeletePlanKind.Mark, value.WithMetadata(metadata));
        }

        var stays = waits || metadata.DeletionGracePeriodSeconds > 0;
        return new(stays ? DeletePlanKind.Mark : DeletePlanKind.MarkAndRemove, value.WithMetadata(metadata));
    }

    /// <summary>The metadata of an object whose deletion waits for nothing but its finalizers.</summary>
    public static ObjectMeta MarkNow(ObjectMeta metadata, DateTimeOffset now) => metadata.DeletionTimestamp is null
        ? metadata with
        {
            DeletionTimestamp = now,
            DeletionGracePeriodSeconds = 0,
            Generation = metadata.Generation > 0 ? metadata.Generation + 1 : 0,
        }
        : metadata with { DeletionGracePeriodSeconds = 0 };

    private static ValueList<string> Finalizers(DeletePolicy policy, ObjectMeta metadata, DeleteOptions options)
    {
        if (!policy.IsCollected)
        {
            return metadata.Finalizers;
        }

        var orphans = Orphans(policy, metadata, options);
        var waitsForDependents = WaitsForDependents(metadata, options);
        if (metadata.Finalizers.Contains(Orphan) == orphans && metadata.Finalizers.Contains(Foreground) == waitsForDependents)
        {
            return metadata.Finalizers;
        }

        var finalizers = metadata.Finalizers.Where(each => each is not (Orphan or Foreground)).ToList();
        if (orphans)
        {
            finalizers.Add(Orphan);
        }

        if (waitsForDependents)
        {
            finalizers.Add(Foreground);
        }

        return finalizers.ToValueList();
    }

    private static bool Orphans(DeletePolicy policy, ObjectMeta metadata, DeleteOptions options)
    {
        if (options.OrphanDependents is { } orphan)
        {
            return orphan;
        }

        if (options.PropagationPolicy is { } propagation)
        {
            return propagation == "Orphan";
        }

        foreach (var finalizer in metadata.Finalizers)
        {
            if (finalizer is Orphan or Foreground)
            {
                return finalizer == Orphan;
            }
        }

        return policy.OrphansByDefault;
    }

    private static bool WaitsForDependents(ObjectMeta metadata, DeleteOptions options)
    {
        if (options.OrphanDependents is not null)
        {
            return false;
        }

        if (options.PropagationPolicy is { } propagation)
        {
            return propagation == "Foreground";
        }

        foreach (var finalizer in metadata.Finalizers)
        {
            if (finalizer is Orphan or Foreground)
            {
                return finalizer == Foreground;
            }
        }

        return false;
    }
}
