using Cybernetes.Api;
using Cybernetes.Api.CoreV1;

namespace Cybernetes.Informers.Events;

/// <summary>Tells the users of an object what has happened to it. Never waits, never fails: when too much is told, some is lost. Thread safe.</summary>
public interface IEventRecorder
{
    /// <summary>Tells of an object. <paramref name="type"/> is Normal or Warning, <paramref name="reason"/> a word in CamelCase.</summary>
    void Event(IObject about, string type, string reason, string message);

    /// <summary>Tells of what a reference names, such as one container of a pod.</summary>
    void Event(ObjectReference about, string type, string reason, string message);

    /// <summary>Tells of an object, with another that has to do with it and what was done (the form of events.k8s.io).</summary>
    void Event(ObjectReference about, ObjectReference? related, string type, string reason, string action, string message);
}
