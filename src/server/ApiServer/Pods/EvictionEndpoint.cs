using Cybernetes.Api;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.PolicyV1;
using Cybernetes.ApiServer.Admission;
using Cybernetes.ApiServer.ClusterView;
using Cybernetes.ApiServer.Decoding;
using Cybernetes.ApiServer.Errors;
using Cybernetes.ApiServer.Options;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.ApiServer.Registry;

namespace Cybernetes.ApiServer.Pods;

/// <summary>POST to <c>pods/NAME/eviction</c>: a deletion that asks the pod's disruption budget first.</summary>
internal sealed class EvictionEndpoint(RegistryServices services, Deletion deletion, CachedCluster cluster)
{
    private const int MaxTries = 20;
    private static readonly KindCodec _codec = Kinds.Find(Eviction.Info.Kind)!;

    public async ValueTask<Response> InvokeAsync(RequestContext context, CancellationToken cancellationToken)
    {
        var create = OptionsReader.Create(context.Query);
        var eviction = (Eviction)BodyDecoder.Read(context, _codec, create.FieldValidation);
        if (eviction.Metadata.Name != context.Info.Name)
        {
            throw ApiErrors.BadRequest("name in URL does not match name in Eviction object");
        }

        var options = eviction.DeleteOptions ?? new DeleteOptions();
        OptionsReader.Check(options);
        if (!create.DryRun.IsEmpty && options.DryRun.IsEmpty)
        {
            options = options with { DryRun = create.DryRun };
        }

        var write = Verbs.WriteFactory.From(context, context.Resource!, "eviction", create) with { DryRun = !options.DryRun.IsEmpty };
        await services.Admission.MutateAsync(write, AdmissionOperation.Create, eviction, null, cancellationToken).ConfigureAwait(false);
        await services.Admission.ValidateAsync(write, AdmissionOperation.Create, eviction, null, cancellationToken).ConfigureAwait(false);
        await AskBudgetAsync(write, options, cancellationToken).ConfigureAwait(false);
        options = await TellAsync(write, options, cancellationToken).ConfigureAwait(false);
        await deletion.RunAsync(write with { Subresource = "" }, options, cancellationToken).ConfigureAwait(false);
        return new ObjectResponse(201, new Status { StatusValue = "Success", Code = 201 });
    }

    /// <summary>
    /// The pod says by a condition why it goes (KEP-3329). The condition gives it a new version, which a condition of the deletion on the old one
    /// then means; one that does not hold is left for the deletion to refuse.
    /// </summary>
    private async ValueTask<DeleteOptions> TellAsync(WriteRequest write, DeleteOptions options, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxTries && !write.DryRun; attempt++)
        {
            var pod = await cluster.GetLiveAsync<Pod>(write.Namespace, write.Name, cancellationToken).ConfigureAwait(false);
            if (pod is null || (options.Preconditions?.Uid ?? pod.Metadata.Uid) != pod.Metadata.Uid || (options.Preconditions?.ResourceVersion ?? pod.Metadata.ResourceVersion) != pod.Metadata.ResourceVersion)
            {
                return options;
            }

            var before = pod.Status.Conditions.FirstOrDefault(condition => condition.Type == "DisruptionTarget");
            var condition = new PodCondition
            {
                Type = "DisruptionTarget",
                Status = "True",
                Reason = "EvictionByEvictionAPI",
                Message = "Eviction API: evicting",
                ObservedGeneration = pod.Metadata.Generation,
                LastTransitionTime = before is { Status: "True" } ? before.LastTransitionTime : Time.Now(services.Time),
            };
            var others = pod.Status.Conditions.Where(other => other.Type != condition.Type);
            if (condition == before)
            {
                return options;
            }

            if (await cluster.UpdateAsync(pod with { Status = pod.Status with { Conditions = [.. others, condition] } }, cancellationToken).ConfigureAwait(false) is { } told)
            {
                return options.Preconditions?.ResourceVersion is null
                    ? options
                    : options with { Preconditions = options.Preconditions with { ResourceVersion = told.Metadata.ResourceVersion } };
            }
        }

        return options;
    }

    private async ValueTask AskBudgetAsync(WriteRequest write, DeleteOptions options, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var pod = await cluster.GetLiveAsync<Pod>(write.Namespace, write.Name, cancellationToken).ConfigureAwait(false)
                ?? throw ApiErrors.NotFound(write.Resource.GroupResource, write.Name);
            if (IsFree(pod))
            {
                return;
            }

            var budgets = cluster.List<PodDisruptionBudget>(write.Namespace).Where(budget => budget.Spec.Selector is not null && budget.Spec.Selector.ToSelector().Matches(pod.Metadata.Labels)).ToArray();
            if (budgets.Length == 0)
            {
                return;
            }

            if (budgets.Length > 1)
            {
                throw ApiErrors.Internal("This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.");
            }

            var current = await cluster.GetLiveAsync<PodDisruptionBudget>(write.Namespace, budgets[0].Metadata.Name, cancellationToken).ConfigureAwait(false);
            if (current is null || DisruptionBudgets.IsIgnored(current, pod) || write.DryRun & current.Status.DisruptionsAllowed > 0)
            {
                return;
            }

            var spent = DisruptionBudgets.Spend(current, pod.Metadata.Name, Time.Now(services.Time));
            if (write.DryRun || await cluster.UpdateAsync(spent, cancellationToken).ConfigureAwait(false) is not null)
            {
                return;
            }
        }

        throw ApiErrors.Conflict(write.Resource.GroupResource, write.Name, "couldn't update PodDisruptionBudget due to conflicts");
    }

    /// <summary>A pod that has ended, never began or is going already costs no budget anything.</summary>
    private static bool IsFree(Pod pod) => pod.Status.Phase is "Succeeded" or "Failed" or "Pending" || pod.Metadata.DeletionTimestamp is not null;
}
