using Cybernetes.Api;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.Rules;
using Cybernetes.ApiServer.Errors;
using Cybernetes.ApiServer.Registry;
using Cybernetes.ApiServer.Resources;

namespace Cybernetes.ApiServer.Pods;

/// <summary>Binds a pod to a node, once.</summary>
internal sealed class BindingTarget(Binding binding, TimeProvider time) : UpdateTarget
{
    public override string Subresource => "binding";

    public override IObject Merge(ServedResource resource, IObject sent, IObject stored)
    {
        var pod = (Pod)stored;
        var name = pod.Metadata.Name;
        var why = pod switch
        {
            { Metadata.DeletionTimestamp: not null } => $"pod {name} is being deleted, cannot be assigned to a host",
            { Spec.NodeName.Length: > 0 } => $"pod {name} is already assigned to node {GoText.Quote(pod.Spec.NodeName)}",
            { Spec.SchedulingGates.IsEmpty: false } => $"pod {name} has non-empty .spec.schedulingGates",
            _ => null,
        };
        if (why is not null)
        {
            throw ApiErrors.Conflict(new GroupResource("", "pods/binding"), name, why);
        }

        return pod with
        {
            Metadata = pod.Metadata with
            {
                Annotations = pod.Metadata.Annotations.Overlay(binding.Metadata.Annotations),
                Labels = pod.Metadata.Labels.Overlay(binding.Metadata.Labels),
            },
            Spec = pod.Spec with { NodeName = binding.Target.Name },
            Status = Scheduled(pod.Status),
        };
    }

    public override IObject BeforeUpdate(ServedResource resource, IObject value, IObject old, RequestFacts facts) => value;

    public override ErrorList Validate(ServedResource resource, IObject value, IObject old) => [];

    public override IReadOnlyList<string> Warnings(ServedResource resource, IObject value, IObject old) => [];

    private PodStatus Scheduled(PodStatus status)
    {
        var now = Time.Now(time);
        for (var i = 0; i < status.Conditions.Count; i++)
        {
            if (status.Conditions[i] is { Type: "PodScheduled" } there)
            {
                var changed = there.Status == "True" ? there : new PodCondition { Type = "PodScheduled", Status = "True", LastTransitionTime = now, ObservedGeneration = there.ObservedGeneration };
                return status with { Conditions = status.Conditions.SetItem(i, changed with { Reason = "", Message = "" }), NominatedNodeName = "" };
            }
        }

        return status with
        {
            Conditions = status.Conditions.Add(new PodCondition { Type = "PodScheduled", Status = "True", LastTransitionTime = now }),
            NominatedNodeName = "",
        };
    }
}
