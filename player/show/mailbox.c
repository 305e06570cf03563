/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See mailbox.h: a list behind a lock. */
#include "show/mailbox.h"

#include <assert.h>
#include <pthread.h>
#include <stdlib.h>

struct mailbox {
    pthread_mutex_t lock;
    pthread_cond_t filled;
    struct mail *first, *last; /* under `lock` */
    void (*wake)(void *context);
    void *context;
};

struct mailbox *mailbox_new(void (*wake)(void *context), void *context)
{
    struct mailbox *mailbox = memory_new(1, sizeof *mailbox);
    pthread_mutex_init(&mailbox->lock, NULL);
    pthread_cond_init(&mailbox->filled, NULL);
    mailbox->wake = wake;
    mailbox->context = context;
    return mailbox;
}

void mailbox_free(struct mailbox *mailbox)
{
    struct mail mail;
    if (!mailbox)
        return;
    while (mailbox_take(mailbox, &mail))
        continue;
    pthread_cond_destroy(&mailbox->filled);
    pthread_mutex_destroy(&mailbox->lock);
    free(mailbox);
}

void mailbox_send(struct mailbox *mailbox, const struct mail *mail)
{
    struct mail *copy = memory_new(1, sizeof *copy);
    *copy = *mail;
    copy->next = NULL;
    pthread_mutex_lock(&mailbox->lock);
    if (mailbox->last)
        mailbox->last->next = copy;
    else
        mailbox->first = copy;
    mailbox->last = copy;
    pthread_cond_signal(&mailbox->filled);
    pthread_mutex_unlock(&mailbox->lock);
    if (mailbox->wake)
        mailbox->wake(mailbox->context);
}

/* Under the lock, with a letter there. */
static void take_first(struct mailbox *mailbox, struct mail *ret_mail)
{
    struct mail *first = mailbox->first;
    mailbox->first = first->next;
    if (!mailbox->first)
        mailbox->last = NULL;
    *ret_mail = *first;
    free(first);
}

bool mailbox_take(struct mailbox *mailbox, struct mail *ret_mail)
{
    pthread_mutex_lock(&mailbox->lock);
    bool is_there = mailbox->first != NULL;
    if (is_there)
        take_first(mailbox, ret_mail);
    pthread_mutex_unlock(&mailbox->lock);
    return is_there;
}

void mailbox_wait(struct mailbox *mailbox, struct mail *ret_mail)
{
    pthread_mutex_lock(&mailbox->lock);
    while (!mailbox->first)
        pthread_cond_wait(&mailbox->filled, &mailbox->lock);
    take_first(mailbox, ret_mail);
    pthread_mutex_unlock(&mailbox->lock);
}
